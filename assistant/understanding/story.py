"""What the sentences around a message's questions tell: role wanted or held, level, place, sum."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.understanding.backgrounds import RELATIVE
from assistant.understanding.compared import LIKELY, role_spoken_of, roles_in
from assistant.understanding.levels import RUNGS, find_level_words, without_ruled_out
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.messages.messages import Message
from assistant.understanding.money import Amount, amounts_told
from assistant.understanding.newcomers import Standing, stands_as
from assistant.understanding.places.places import Place, find_places
from assistant.understanding.roles.roles import guide_ids_of, side_by_side
from assistant.understanding.roles.title_variants import WHERE
from assistant.understanding.stance import Stance
from assistant.understanding.titles.other_titles import RoleMention
from assistant.understanding.whereabouts import still_there, without_origins
from assistant.words import NUMBER, terms

#: Who says or does a thing in what is told, or is hired by others, is not the role asked about.
_DOES = re.compile(
    r"^\W{0,2}\s*(?:(?:of|at|in|from)\s+\w+\s+)?(?:has|have|had|says?|said|told|tells|"
    r"asks?|asked|wants?|wanted|keeps?|thinks?|reckons?|mentioned|suggested|advised|offered|sent|gave|just|\w{2,}ed|drew|wrote|took|came|went|saw|made|"
    r"showed|did|put|let|taught|ran|spoke|brought|found|left|got)\b",
    re.I,
)
_HIRED = re.compile(
    r"\b(?:hire|hires|hired|employs?|employed|recruits?|recruited|takes? on)\s+(?:\w+\s+)?$", re.I
)


def acts(told: str, mention: RoleMention) -> bool:
    """Whether a role is somebody's who only comes up in a story: "a buyer has asked us"."""
    return bool(_DOES.search(told[mention.end :]) or _HIRED.search(told[: mention.start]))


#: Who somebody in the family is: "my wife is a nurse and says ...".
_KIN_IS = re.compile(rf"\b{RELATIVE}(?:['’]?s|\s+(?:is|was|works\s+as))\s+an?\s+(?:\w+\s+)?$", re.I)


def _is_of_kin(told: str, mention: RoleMention) -> bool:
    """Whether a role is only what somebody in the family does."""
    return bool(_KIN_IS.search(told[: mention.start]))


@dataclass(frozen=True, slots=True)
class Story:
    """What is told around the questions.

    ``wanted`` and ``held`` are guide ids, ``unknown`` titles that no guide bears. ``spoken_of`` is
    the guide that it speaks of where it names none, but another job. ``home`` are the places where
    the person is. ``counted`` is the story itself if it has a number of something in it, but for
    the years that somebody has worked elsewhere. ``stands`` is whether somebody is
    said to begin, or to have worked for years.
    """

    wanted: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    spoken_of: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    home: tuple[Place, ...] = ()
    amounts: tuple[Amount, ...] = ()
    counted: str = ""
    stands: Standing | None = None

    @classmethod
    def of(cls, message: Message, lexicon: Lexicon) -> "Story":
        """Read the story of a message."""
        told = " ".join((message.story, *message.questions)) if message.story else ""
        mentions = roles_in(told, lexicon)
        places = without_origins(message.story, find_places(message.story)) if message.story else ()
        asked = [mention for mention in mentions if mention.stance is Stance.ASKED]
        others = [mention for mention in asked if not _is_of_kin(told, mention)]
        asked = others if guide_ids_of(others) else asked
        strangers = [mention for mention in asked if not (mention.guide_ids or acts(told, mention))]
        if guide_ids_of(asked):
            strangers = [mention for mention in strangers if side_by_side(told, mention, asked)]
        return cls(
            wanted=guide_ids_of(asked),
            held=guide_ids_of(mention for mention in mentions if mention.stance is Stance.HELD),
            unknown=tuple(mention.title for mention in strangers),
            spoken_of=()
            if guide_ids_of(mentions) or not strangers
            else role_spoken_of(blank(told, strangers), lexicon, LIKELY),
            amounts=amounts_told(message.story),
            levels=levels_meant(message.story, roles_in(message.story, lexicon), lexicon),
            places=places,
            home=still_there(message.story, places),
            stands=stands_as(" ".join((message.story, *message.questions))),
            counted=message.story if _COUNTED.search(message.story) else "",
        )

    def places_meant(self, question: str, places: tuple[Place, ...]) -> tuple[Place, ...]:
        """The places asked about: the person's own, where the question only checks another one.

        As in "that's London? I'm in Glasgow".
        """
        return self.places if self.places and _CHECKS.match(blank(question, places)) else places


_COUNTED = re.compile(
    r"(?<![£\d.,])\b\d{1,3}[\s-](?!(?:year|yr|month|week|day|hour|k\b|grand))[a-z]{3}", re.I
)

#: "That's London?", with line breaks for the place: it asks where what was said holds.
_CHECKS = re.compile(
    r"^[^\w\n]*(?:(?:and|so|but|ok|oh|hm+|wait)\b[^\w\n]*)*(?:(?:is|are)\s+)?"
    r"(?:(?:that|it|this|those|these)(?:\W?s|\s+(?:is|are|figures?|one|pay))*|(?:the|all)\s+\w+)"
    r"(?:\s+(?:just|only|for|in|all|the))*[^\S\n]*\n\W*+(?:figures?|pay|prices?|money|numbers?|only)?\W*$",
    re.I,
)


#: "A lead at a bank, want to be head of": what is wanted is asked about, and not what one is.
_WANTS = re.compile(
    r"\b(?:want(?:s|ed|ing)?|aim(?:s|ing)?|hop(?:e|es|ing)|going|apply(?:ing)?|look(?:s|ing)?)\s+"
    r"(?:(?:to|for|at)\s+)?(?:(?:be|become|make|get|reach)\s+)?",
    re.I,
)


#: What is asked before: "what does a trainee earn who wants to lead?"
_ASKS_FIRST = re.compile(r"\b(?:what|how much|how many|which|does|do|would)\b", re.I)


def levels_meant(told: str, mentions: Iterable[RoleMention], lexicon: Lexicon) -> tuple[str, ...]:
    """The words for a level in what is said: of the level that is wanted if any is, else all.

    All too where a question of a level comes before what its holder wants.

    Args:
        told: what is said.
        mentions: the roles that are named in it.
        lexicon: the ingested guides' names and levels.
    """
    wanted = _WANTS.search(told)
    if wanted and not _ASKS_FIRST.search(told[: wanted.start()]):
        part = told[wanted.end() :]
        levels = level_words_in(part, roles_in(part, lexicon), lexicon) if part else ()
        if levels:
            return levels
    return level_words_in(told, mentions, lexicon)


def level_words_in(text: str, mentions: Iterable[RoleMention], lexicon: Lexicon) -> tuple[str, ...]:
    """The words for a level of a text in which these roles are named, in order."""
    mentions = [*mentions]
    others = [mention for mention in mentions if not lexicon.is_level(mention)]
    # What another guide calls a level is none of the role that is named.
    own = [lexicon.ladders[guide_id] for guide_id in guide_ids_of(mentions)]
    ladders = own or lexicon.ladders.values()
    # "Starting out as a medical writer" names its own level, whatever a guide calls one.
    beside = find_level_words(without_ruled_out(blank(text, mentions)), ladders)
    found = beside or find_level_words(without_ruled_out(blank(text, others)), ladders)
    within = [word for mention in others for word in _level_within(mention, lexicon)]
    return tuple(dict.fromkeys((*found, *within)))


def _level_within(mention: RoleMention, lexicon: Lexicon) -> Iterable[str]:
    """The words of a role's name that name one of its levels alone: the "registered" of a nurse."""
    for guide_id in mention.guide_ids:
        ladder = lexicon.ladders[guide_id]
        of_one = Counter(word for label in ladder.levels for word in label.casefold().split())
        own = {*ladder.names}
        words = mention.title.casefold().split()[:-1]
        known = RUNGS.keys() | WHERE
        yield from (word for word in words if word in own - known and of_one[word] == 1)


def blank(text: str, spans: Iterable[RoleMention | Place]) -> str:
    """A text with line breaks for roles or places; beside those of a role a level can stand."""
    for span in spans:
        text = text[: span.start] + "\n" * (span.end - span.start) + text[span.end :]
    return text


#: Where somebody has been so far, and not where they want to go: "six years in retail".
_BEEN = re.compile(
    rf"\b{NUMBER}\s*"
    r"(?:years?|yrs?)\s+(?:in|at|with|for)\s+(?:an?\s+|the\s+)?\w+",
    re.I,
)


def without_places_and_levels(text: str, lexicon: Lexicon) -> str:
    """A text without the places and the words in it for a level that any job has.

    Of somebody who says where they have been, without that and without words for the sector, which
    is all that they want to come to.
    """
    levels = RUNGS.keys() & find_level_words(text, lexicon.ladders.values())
    placeless = blank(text, find_places(text))
    left = _BEEN.sub(" ", placeless)
    sector = lexicon.sector_terms if left != placeless else frozenset()
    return " ".join(
        word
        for word in left.split()
        if word.strip(".,;:?!").casefold() not in levels and not sector & {*terms(word)}
    )
