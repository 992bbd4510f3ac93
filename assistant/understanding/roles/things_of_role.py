"""What is described like a role and is a thing in the guide of the role that is spoken of."""

from collections.abc import Sequence

from assistant.understanding.lexicon import Lexicon
from assistant.understanding.roles.roles import find_roles
from assistant.understanding.titles.other_titles import RoleMention


def without_things(
    mentions: Sequence[RoleMention], spoken_of: tuple[str, ...], lexicon: Lexicon
) -> Sequence[RoleMention]:
    """The mentions that name a role, or point at another than is spoken of.

    "The contracts one", of the role spoken of, is one of the things that its guide lists.

    Args:
        mentions: the roles that a question names or points at.
        spoken_of: the guides of the question before.
        lexicon: the ingested guides' names.
    """
    return [
        mention
        for mention in mentions
        if not spoken_of
        or mention.guide_ids != spoken_of
        or find_roles(mention.title, lexicon.names)
    ]
