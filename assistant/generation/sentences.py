"""A reply in pieces -> its sentences with their marks, each as soon as it is whole."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from assistant.citations import Layout
from assistant.guides.sentences import sentence_spans

_BRACKETED = re.compile(r"[\[【]([^\[\]【】\n]*)[\]】](?!\()")
#: Marks that follow a stop belong to the sentence that it ends.
_AFTER_STOP = re.compile(r"([.!?…][\"'”’)*]*)((?:[^\S\n]*[\[【][^\[\]【】\n]*[\]】](?!\())+)")
_ITEM = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+")
_MARKUP = re.compile(r"\*\*|__|`+|^#{1,6}\s+|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)")
#: What is left of punctuation around marks: ": On-call ...", "... roles,."
_STRAY = re.compile(r"^[\s,;:.]+|[\s,;:]+(?=[.!?…]$)")
_SPACE_BEFORE_STOP = re.compile(r"\s+(?=[.,;:!?…])")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or list item of a reply.

    ``text`` is without marks and markup; ``marks`` are those of the prompt that it cites, in order;
    ``invented`` says that it also holds something in brackets that is none of them.
    """

    text: str
    marks: tuple[str, ...]
    invented: bool = False
    layout: Layout = Layout.SENTENCE


class Cutter:
    """Takes a reply piece by piece and gives its sentences; half a sentence or mark never leaves.

    Args:
        known: the marks that were given out.
    """

    def __init__(self, known: Collection[str]) -> None:
        self._known = {mark.upper() for mark in known}
        self._pending = ""
        self._paragraph = False

    def feed(self, text: str) -> Iterator[Sentence]:
        """The sentences that a further piece completes."""
        self._pending += text
        *lines, self._pending = self._pending.split("\n")
        for line in lines:
            yield from self._of_line(line)
        if "[" in self._pending[-40:].rsplit("]", 1)[-1] or _ITEM.match(self._pending):
            return
        moved = _AFTER_STOP.sub(_before_stop, self._pending)
        spans = sentence_spans(moved, 0, len(moved))
        # The last one may go on, and a mark of the one before may be still to come.
        if len(spans) > 1 and not moved[spans[-1].start :].startswith(("[", "【")):
            yield from self._of_line(moved[: spans[-1].start])
            self._pending = moved[spans[-1].start :]

    def finish(self) -> Iterator[Sentence]:
        """What is left when the reply has come to its end by itself."""
        line, self._pending = self._pending, ""
        yield from self._of_line(line)

    def _of_line(self, line: str) -> Iterator[Sentence]:
        if not line.strip():
            self._paragraph = True
            return
        item = _ITEM.match(line)
        if item:
            yield self._sentence(line[item.end() :], Layout.ITEM)
            return
        moved = _AFTER_STOP.sub(_before_stop, line)
        for span in sentence_spans(moved, 0, len(moved)):
            layout = Layout.PARAGRAPH if self._paragraph else Layout.SENTENCE
            self._paragraph = False
            yield self._sentence(span.of(moved), layout)

    def _sentence(self, text: str, layout: Layout) -> Sentence:
        found: list[str] = []
        invented = False
        for bracketed in _BRACKETED.finditer(text):
            named = [mark.upper() for mark in re.split(r"[,;\s]+", bracketed[1]) if mark]
            invented |= not named or any(mark not in self._known for mark in named)
            found.extend(mark for mark in named if mark in self._known)
        bare = _MARKUP.sub("", _BRACKETED.sub("", text))
        bare = _STRAY.sub("", _SPACE_BEFORE_STOP.sub("", " ".join(bare.split())))
        return Sentence(bare, tuple(dict.fromkeys(found)), invented, layout)


def _before_stop(found: re.Match[str]) -> str:
    return f" {found[2].strip()}{found[1]}"
