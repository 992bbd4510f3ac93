"""A question and its claims -> the prompt: evidence under opaque marks, fitted to a budget.

Whatever a guide or a person wrote stands inside a fence that it can't close, without square
brackets that could look like a mark, and without characters that can't be seen.
"""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template

from assistant.citations import Claim
from assistant.generation.endpoint import Prompt
from assistant.generation.redaction import redacted
from assistant.tokens import count_tokens

VERSION = "answer-v2"
#: Tokens of a question, at most; a longer one keeps its beginning and its end.
QUESTION_TOKENS = 400
#: Letters and digits that no reader takes for one another.
_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_NOTHING = "(nothing)"


@dataclass(frozen=True, slots=True)
class Given:
    """One claim that a model may word: ``mark`` is how it is called in the prompt.

    ``lead`` is the fixed line that stands before it in the extractive answer, None if there is
    none; ``place`` its heading path, in words.
    """

    mark: str
    claim: Claim
    place: str
    lead: Claim | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """What is asked about one role.

    ``question`` is the person's words, ``standalone`` the search that they were read as,
    ``earlier`` the question before where this one leans on it.
    """

    role: str
    question: str
    standalone: str = ""
    earlier: str = ""


def marks(count: int, secret: bytes, about: str) -> list[str]:
    """Distinct marks that nobody can guess who does not know the secret: "K7M".

    Args:
        count: how many.
        secret: random bytes of this process.
        about: what they are for; the same gives the same marks.
    """
    found: dict[str, None] = {}
    number = 0
    while len(found) < count:
        digest = hashlib.blake2b(f"{about}\x00{number}".encode(), key=secret, digest_size=4)
        value, mark = int.from_bytes(digest.digest(), "big"), ""
        for alphabet in (_ALPHABET[:23], _ALPHABET[23:], _ALPHABET[:23]):
            value, place = divmod(value, len(alphabet))
            mark += alphabet[place]
        found.setdefault(mark)
        number += 1
    return list(found)


def build_prompt(matter: Matter, given: Sequence[Given], budget: int) -> tuple[Prompt, int]:
    """The prompt, and how many of ``given``, from the first on, found room in it.

    Args:
        matter: what is asked.
        given: the evidence, best first; at least one.
        budget: tokens that the whole may take.
    """
    system, user = _template()
    slots = {
        "role": _as_data(matter.role),
        "question": _question(matter),
        "earlier": _as_data(redacted(matter.earlier).text) or _NOTHING,
        "example": f"… [{given[0].mark}].",
    }
    used = count_tokens(system) + count_tokens(Template(user).substitute(slots, evidence=""))
    lines: list[str] = []
    for one in given:
        line = f"[{one.mark}] ({_as_data(one.place)}) {_as_data(_plain(one.claim.text))}"
        used += count_tokens(line) + 1
        if lines and used > budget:
            break
        lines.append(line)
    text = Template(user).substitute(slots, evidence="\n".join(lines))
    return Prompt(system, text), len(lines)


@cache
def _template() -> tuple[str, str]:
    text = files("assistant.generation").joinpath(f"{VERSION}.txt").read_text("utf-8")
    system, _, user = text.partition("=== user ===\n")
    return system.strip(), user.strip()


def _question(matter: Matter) -> str:
    asked = _as_data(redacted(matter.question).text)
    standalone = _as_data(redacted(matter.standalone).text)
    if standalone and standalone.casefold() != asked.casefold():
        asked = f"{asked}\n(meant: {standalone})"
    return _shortened(asked) or _NOTHING


def _shortened(text: str) -> str:
    """The text, or its beginning and end where it is long."""
    if count_tokens(text) <= QUESTION_TOKENS:
        return text
    words = text.split()
    kept = len(words)
    while count_tokens(" ".join(words[:kept])) > QUESTION_TOKENS // 2:
        kept = kept * 3 // 4
    return f"{' '.join(words[:kept])} … {' '.join(words[-kept:])}" if kept else text[:400]


def _plain(markdown: str) -> str:
    return markdown.replace("**", "")


_BRACKETS = str.maketrans("[]", "()")
_FENCE = re.compile(r"<{2,}|>{2,}")


def _as_data(text: str) -> str:
    """A text on one line that can't close its fence, pass for a mark or hide characters."""
    seen = "".join(
        character if not unicodedata.category(character).startswith("C") else " "
        for character in text
    )
    return _FENCE.sub("…", " ".join(seen.split())).translate(_BRACKETS)
