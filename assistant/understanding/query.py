"""The search made from a Question: what is asked, of which roles, at which level and where."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from assistant.guides.model import SectionKind
from assistant.understanding.money import Amount
from assistant.understanding.newcomers import Standing
from assistant.understanding.places.places import Place
from assistant.words import is_number

#: Units of time, which say nothing of what is asked or told.
_UNITS = frozenset("year month week day hour".split())


class Form(StrEnum):
    """What shape of answer the words ask for."""

    FIGURE = "figure"
    LIST = "list"
    YES_NO = "yes_no"
    COMPARISON = "comparison"
    HOW_TO = "how_to"
    WHY = "why"
    EXPLANATION = "explanation"


@dataclass(frozen=True, slots=True)
class Reply:
    """What an earlier message's answer was made of: its guide, if it was one, and rows of pay.

    ``told`` are the places that it quoted, as guide ids and offsets. ``asks_role`` says that it
    only asked which role is meant.
    """

    roles: tuple[str, ...] = ()
    pay: bool = False
    told: frozenset[tuple[str, int]] = frozenset()
    asks_role: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """One question, read.

    ``text`` stands alone: it can be searched for without the turns before it. ``asked`` is what the
    person wrote. ``roles`` are guide ids (empty: none was named); ``unknown_roles`` are job titles
    that no guide is about. ``level_words`` are the person's ("senior"); ``level_shift`` moves them
    up or down each guide's own ladder. ``places`` are where (Norwich), in the UK or not.
    ``settings`` are terms of columns of pay that are no places (an employer's sort). ``topics`` are
    section kinds that the words point to. ``pay_table`` says that pay figures by level are asked
    for, ``pay_sources`` where such figures come from, ``pay_drivers`` what moves them;
    ``whole`` that a list or table is asked for as a whole. ``content`` are the terms that carry the
    question: no role, level, place or phrase that only frames it. ``telling`` are those of them
    that do not merely point to a kind of section. ``employer`` is the name of one whose own pay is
    asked for. ``home`` are the places told beside the question, where the person is, ``counted`` is
    what is told there with a number of something, ``stands`` whether somebody is said to begin or
    to have worked for years. ``context`` is the question before, for words that lean on it ("is
    that common?").
    ``carried`` names what was taken from earlier turns; ``meant`` says that the role is not named
    but spoken of. ``every_role`` says that all roles are
    asked about on purpose ("which job pays best?"), ``hinted`` is the guide at which a
    word of the message hints, where it names none, ``any_role`` that it was asked before which is
    meant, and not said. ``matters`` are those that the person's own words are
    about, where ``bare`` has a guide's words in their place. ``told`` is where the
    answers before were quoted from. ``lead`` is what was told right before the question, with which
    ``bare`` begins. ``background`` says that it asks whether the job is open to one of the
    background that is told.
    """

    asked: str
    text: str
    bare: str = ""
    roles: tuple[str, ...] = ()
    unknown_roles: tuple[str, ...] = ()
    level_words: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    settings: tuple[str, ...] = ()
    topics: tuple[SectionKind, ...] = ()
    form: Form = Form.EXPLANATION
    pay_table: bool = False
    pay_sources: bool = False
    pay_drivers: bool = False
    whole: bool = False
    amounts: tuple[Amount, ...] = ()
    bands: tuple[str, ...] = ()
    years: frozenset[int] = frozenset()
    employer: str = ""
    home: tuple[Place, ...] = ()
    counted: str = ""
    stands: Standing | None = None
    content: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()
    level_shift: int = 0
    context: str = ""
    carried: tuple[str, ...] = ()
    meant: bool = False
    every_role: bool = False
    hinted: str = ""
    any_role: bool = False
    matters: tuple[str, ...] = ()
    told: frozenset[tuple[str, int]] = frozenset()
    lead: str = ""
    background: bool = False

    @property
    def own(self) -> str:
        """What is asked, as it is searched for, without what was told before it."""
        return self.bare.removeprefix(self.lead).strip()

    @property
    def subject(self) -> frozenset[str]:
        """The terms that tell what is asked, numbers and units of time left out."""
        return frozenset(term for term in self.telling if not is_number(term)) - _UNITS

    @property
    def abroad(self) -> str:
        """The place named outside the UK, if the question is about one."""
        return (
            ""
            if any(place.uk for place in self.places)
            else next((place.name for place in self.places if not place.uk), "")
        )

    def settled(self, guide_ids: tuple[str, ...]) -> "Query":
        """The question of these roles, where it names none and is not of all on purpose."""
        if self.roles or self.unknown_roles or not guide_ids or self.every_role:
            return self
        return replace(self, roles=guide_ids, carried=(*self.carried, "role"))

    def with_roles(self, *roles: str) -> "Query":
        """The same question asked of other roles."""
        return replace(self, roles=roles)

    def as_trace(self) -> Mapping[str, Any]:
        """The reading in plain values, for the trace."""
        return {name: getattr(self, name) for name in self.__slots__ if name != "told"}
