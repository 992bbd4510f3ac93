"""Which of the roles that a question and its story name are asked about."""

from collections.abc import Sequence

from assistant.understanding.lexicon import Lexicon
from assistant.understanding.met_at_work import met_at_work
from assistant.understanding.query import Form
from assistant.understanding.roles.roles import ONWARD, guide_ids_of, side_by_side
from assistant.understanding.stance import Stance
from assistant.understanding.story import Story
from assistant.understanding.titles.other_titles import RoleMention
from assistant.understanding.topics import names_pay


def roles_asked(
    question: str,
    mentions: Sequence[RoleMention],
    story: Story,
    form: Form,
    lexicon: Lexicon,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The guides asked about, and the titles asked about that no guide bears.

    Args:
        question: as it is asked.
        mentions: the roles that it names.
        story: what is told around it.
        form: what it asks for.
        lexicon: the ingested guides' words.
    """
    asked = [mention for mention in mentions if mention.stance is Stance.ASKED]
    known = guide_ids_of(asked)
    strangers = [
        mention
        for mention in asked
        if not mention.guide_ids and not met_at_work(question, mention, asked, lexicon)
    ]
    known = known or lexicon.with_level(mention.title for mention in strangers)
    if known:
        strangers = [one for one in strangers if not lexicon.with_level([one.title])]
        beside = form is Form.COMPARISON or any(
            side_by_side(question, mention, asked) for mention in strangers
        )
        titles = [mention.title for mention in strangers]
        told = not names_pay(question) and all(lexicon.tells_of(known, one) for one in titles)
        return known, tuple(titles) if beside and not told else ()
    held = guide_ids_of(mention for mention in mentions if mention.stance is not Stance.ASKED)
    if strangers:
        own = held or story.held or story.spoken_of
        onward = ONWARD.search(question) and form is not Form.FIGURE
        if onward and own and all(lexicon.tells_of(own, one.title) for one in strangers):
            return own, ()
        return (), tuple(mention.title for mention in strangers)
    if story.wanted:
        return story.wanted, story.unknown
    if story.unknown and not held and not story.held:
        return (), story.unknown
    return held or story.held, ()
