"""The reply as a letter: its fixed words from a template file, and its two forms to copy."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from string import Formatter
from urllib.parse import parse_qs, urlsplit

from assistant.answer import AnswerStatus, Citation
from assistant.citations import MARKER
from assistant.enquiries.markup import as_html, as_plain, escaped
from assistant.errors import SettingsError
from assistant.records.values import Enquiry, EnquiryQuestion

#: Each fixed text of a template, and the blanks that it may have.
BLANKS: Mapping[str, frozenset[str]] = {
    "greeting_named": frozenset({"name"}),
    "greeting": frozenset(),
    "opening": frozenset(),
    "opening_partly": frozenset(),
    "opening_none": frozenset(),
    "not_covered": frozenset(),
    "clarify": frozenset(),
    "sources": frozenset(),
    "closing": frozenset(),
}


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply, ready to copy: plain text, and HTML without head or styles."""

    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of a letter's list of sources: a section of a guide."""

    number: int
    guide: str
    section: tuple[str, ...]
    url: str


class Letter:
    """Composes replies.

    Args:
        words: the fixed texts by name.
        base_url: address of the pages that the sources are linked to, without a final slash.
    """

    def __init__(self, words: Mapping[str, str], base_url: str) -> None:
        self._words = words
        self._base_url = base_url.rstrip("/")

    def say(self, name: str) -> str:
        """One of the fixed texts that has no blanks."""
        return self._words[name]

    def greeting(self, sender_name: str, questions: Sequence[EnquiryQuestion]) -> str:
        """The greeting and the opening line, as a first draft has them."""
        # A name comes from the message: it makes no link.
        name = re.sub(r"[\[\]<>]", "", sender_name).strip()
        greeting = self._words["greeting_named"].format(name=name) if name else self.say("greeting")
        covered = [question.covered for question in questions if not question.idle]
        if not covered:
            return greeting
        opening = (
            "opening" if all(covered) else "opening_partly" if any(covered) else "opening_none"
        )
        return f"{greeting}\n\n{self._words[opening]}"

    def greeting_again(self, enquiry: Enquiry, questions: Sequence[EnquiryQuestion]) -> str:
        """The greeting for other questions than before, unless staff have changed it."""
        if enquiry.greeting != self.greeting(enquiry.sender_name, enquiry.questions):
            return enquiry.greeting
        return self.greeting(enquiry.sender_name, questions)

    def closing(self) -> str:
        """The sign-off, as a first draft has it."""
        return self._words["closing"]

    def answer(self, status: AnswerStatus, text: str) -> str:
        """An answer as a first draft has it: where there is none, it says so kindly."""
        if status is AnswerStatus.NOT_COVERED:
            return f"{self._words['not_covered']} {text}".strip()
        if status is AnswerStatus.CLARIFY:
            return f"{self._words['clarify']} {text}".strip()
        return "" if status is AnswerStatus.FAILED else text

    def compose(self, enquiry: Enquiry) -> Reply:
        """The reply of an enquiry as it is now."""
        bare, linked = self._pieces(enquiry)
        return Reply(as_plain(bare), as_html(linked))

    def plain(self, enquiry: Enquiry) -> str:
        """The reply of an enquiry as it is now, as plain text only."""
        return as_plain(self._pieces(enquiry)[0])

    def _pieces(self, enquiry: Enquiry) -> tuple[str, str]:
        """The Markdown of a reply: with addresses below the sources, and with links."""
        sources: dict[tuple[str, tuple[str, ...]], Source] = {}
        bare, linked = [enquiry.greeting], [enquiry.greeting]
        for position, question in enumerate(enquiry.questions, 1):
            if len(enquiry.questions) > 1:
                heading = f"**{position}. {escaped(_one_line(question.question))}**"
                bare.append(heading)
                linked.append(heading)
            text, with_links = self._numbered(question, sources)
            bare.append(text)
            linked.append(with_links)
        if sources:
            heading = f"**{self._words['sources']}**"
            bare += [heading, "\n".join(f"{_named(each)}\n{each.url}" for each in sources.values())]
            linked += [heading, "\n".join(f"- {_linked(each)}" for each in sources.values())]
        bare.append(enquiry.closing)
        linked.append(enquiry.closing)
        return _paragraphs(bare), _paragraphs(linked)

    def _numbered(
        self,
        question: EnquiryQuestion,
        sources: dict[tuple[str, tuple[str, ...]], Source],
    ) -> tuple[str, str]:
        """An answer with the letter's numbers in place of its own: bare, and as links.

        A letter numbers sections, not quotes: a list of eight rows has one source, and each marker
        of the HTML form still leads to its own quote.
        """
        own = {citation.number: citation for citation in question.citations}
        urls: dict[int, str] = {}
        for found in MARKER.finditer(question.answer):
            citation = own.get(int(found[1]))
            if citation is not None:
                url = self._base_url + citation.url if citation.url else ""
                key = (citation.guide_id, citation.section)
                if key not in sources:
                    sources[key] = Source(len(sources) + 1, citation.guide, citation.section, url)
                elif sources[key].url != url:
                    sources[key] = replace(sources[key], url=_section_url(url))
                urls[citation.number] = url

        def number(found: re.Match[str]) -> Source | None:
            citation = own.get(int(found[1]))
            return sources[(citation.guide_id, citation.section)] if citation else None

        def bare(found: re.Match[str]) -> str:
            source = number(found)
            return f"[{source.number}]" if source else ""

        def link(found: re.Match[str]) -> str:
            source = number(found)
            return f"[\\[{source.number}\\]](<{urls[int(found[1])]}>)" if source else ""

        return (
            _once_each(MARKER.sub(bare, question.answer)),
            MARKER.sub(link, question.answer),
        )


_RUN = re.compile(r"(?:\[\d+\])+")


def _once_each(text: str) -> str:
    """Markers that follow each other, each number once."""
    return _RUN.sub(
        lambda run: "".join(dict.fromkeys(re.findall(r"\[\d+\]", run[0]))),
        text,
    )


def _section_url(url: str) -> str:
    """The address of a section, of the address of a quote in it."""
    parts = urlsplit(url)
    anchors = parse_qs(parts.query).get("in", [parts.fragment])
    return parts._replace(query="", fragment=anchors[0]).geturl()


def _named(source: Source) -> str:
    place = " › ".join((source.guide, *source.section))
    return f"[{source.number}] {place}"


def _linked(source: Source) -> str:
    place = " › ".join((source.guide, *source.section)).replace("[", "(").replace("]", ")")
    return f"\\[{source.number}\\] [{place}](<{source.url}>)"


def _paragraphs(pieces: Sequence[str]) -> str:
    return "\n\n".join(filter(None, (piece.strip() for piece in pieces)))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def used(text: str, citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """The citations whose markers stand in a text."""
    numbers = {int(found[1]) for found in MARKER.finditer(text)}
    return tuple(citation for citation in citations if citation.number in numbers)


def load_letter(base_url: str, template: Path | None = None) -> Letter:
    """The letter of a template file; texts that it does not have are the default ones.

    Args:
        base_url: address of the pages that the sources are linked to.
        template: a TOML file like letter.toml beside this module; None for that one.

    Raises:
        SettingsError: the file can't be read, has a text that is not known, or an unknown blank.
    """
    words = tomllib.loads(files("assistant.enquiries").joinpath("letter.toml").read_text("utf-8"))
    if template is not None:
        try:
            words |= tomllib.loads(template.read_text("utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            message = f"The letter {template} can't be read: {error}."
            raise SettingsError(message) from error
    for name, text in words.items():
        if name not in BLANKS or not isinstance(text, str):
            message = f"The letter {template} has “{name}”; it may have: {', '.join(BLANKS)}."
            raise SettingsError(message)
        try:
            blanks = {blank for _, blank, _, _ in Formatter().parse(text) if blank is not None}
        except ValueError as error:
            message = f"The letter {template}, {name}: {error}. Write a brace as {{{{ or }}}}."
            raise SettingsError(message) from error
        if BLANKS[name] and not blanks <= BLANKS[name]:
            known = ", ".join(f"{{{blank}}}" for blank in BLANKS[name])
            message = f"The letter {template}, {name}: it may have {known} and no other blank."
            raise SettingsError(message)
    return Letter({name: text.strip() for name, text in words.items()}, base_url)
