"""A file, or its text -> one Guide."""

import hashlib
import re
import stat
from collections.abc import Collection, Sequence
from pathlib import Path

from assistant.errors import GuideError
from assistant.guides.assemble import assemble
from assistant.guides.decoding import decode
from assistant.guides.documents import convert
from assistant.guides.front_matter import FrontMatter, split_front_matter
from assistant.guides.hidden import hidden_spans, mask
from assistant.guides.html.html import html_to_markdown
from assistant.guides.hyphens import whole_words
from assistant.guides.jobs.in_brackets import without_brackets
from assistant.guides.jobs.job_lines import gives_way, job_said
from assistant.guides.jobs.naming import (
    either_of,
    is_doubtful,
    names_none,
    role_by_file,
    role_of_file,
    role_of_page,
)
from assistant.guides.jobs.role import in_small_letters, other_names, role_of_title, slug
from assistant.guides.jobs.spoken_of import job_spoken_of
from assistant.guides.jobs.title_tails import shown, trained_for
from assistant.guides.lines import has_words, is_textile
from assistant.guides.markdown.markdown import read_markdown
from assistant.guides.model import Finding, Guide, Span
from assistant.guides.outline import Outline
from assistant.guides.text.page_export import read_export

MAX_BYTES = 5_000_000
TEXT_SUFFIXES = frozenset({".md", ".markdown", ".txt", ".text"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
DOCUMENT_SUFFIXES = frozenset({".pdf", ".docx"})
SUFFIXES = TEXT_SUFFIXES | HTML_SUFFIXES | DOCUMENT_SUFFIXES

_ATX = re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)
_BLANK = re.compile(r"\S[ \t]*\r?\n[ \t]*\r?\n[ \t]*\S")
_UNDERLINED = re.compile(r"^[^\s#|>-].*\r?\n {0,3}={3,}[ \t]*\r?$", re.MULTILINE)
#: "**Pay.** It is ...": so many of these are the headings of a page without others.
_RUN_IN = re.compile(r"^\*\*[^\s*][^*\n]{0,80}(?:[.:]\*\*|\*\*[.:])[ \t]+\S", re.MULTILINE)
_FEWEST_RUN_INS = 3
#: A short line between blank ones is such another, as pages without marks have them.
_PLAIN_HEAD = re.compile(
    r"\S[ \t]*(?:\r?\n[ \t]*){2,}[A-Z][^.:;!*\r\n]{2,60}(?:\r?\n[ \t]*){2,}(?=\S)"
)
_FILL_IN = "Write the guide's text into it, or remove the file."


def read_guide(path: Path, root: Path | None = None, max_bytes: int = MAX_BYTES) -> Guide:
    """The guide in one file.

    Args:
        path: the file.
        root: the folder that the file must lie in once links are followed; None to allow any.
        max_bytes: the largest file that is read.

    Raises:
        GuideError: the file can't be read as a guide; it says why and what to do.
    """
    content = _content(path, root, max_bytes)
    digest = hashlib.sha256(content).hexdigest()
    suffix = path.suffix.lower()
    if suffix in DOCUMENT_SUFFIXES:
        text = convert(content, suffix, path.name)
        text, found, broken = whole_words(text)
        return _guide(text, path.name, digest, suffix.lstrip("."), found, broken)
    text, findings = decode(content, path.name)
    if suffix in HTML_SUFFIXES:
        text, found = html_to_markdown(text, path.name)
        return _guide(text, path.name, digest, "html", [*findings, *found])
    text, found, broken = whole_words(text)
    return _guide(text, path.name, digest, "", [*findings, *found], broken)


def read_text(text: str, source: str, digest: str = "") -> Guide:
    """The guide in a text, Markdown or page export.

    Args:
        text: what becomes the guide's ``source_text``.
        source: the name of the file that it stands for.
        digest: the sha256 of the file's bytes; "" for that of the text as UTF-8.

    Raises:
        GuideError: the text can't be read as a guide.
    """
    return _guide(text, source, digest, "", ())


def _content(path: Path, root: Path | None, max_bytes: int) -> bytes:
    if root is not None and not path.resolve().is_relative_to(root.resolve()):
        remedy = "Put the file itself in the place of the link."
        raise GuideError(path.name, "it is a link that leads out of the folder", remedy)
    if path.suffix.lower() not in SUFFIXES:
        kinds = ", ".join(sorted(SUFFIXES))
        reason = f"files of type '{path.suffix or 'none'}' are not read"
        raise GuideError(path.name, reason, f"Use one of {kinds}.")
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            remedy = "Put a file in its place."  # reading a pipe would wait for ever
            raise GuideError(path.name, "it is no file but a pipe, a device or a folder", remedy)
        if found.st_size > max_bytes:
            reason = f"it has {found.st_size:,} bytes, above the limit of {max_bytes:,}"
            raise GuideError(path.name, reason, "Split it, or raise the limit.")
        content = path.read_bytes()
    except OSError as error:
        reason = f"it can't be read ({error.strerror or type(error).__name__})"
        raise GuideError(path.name, reason, "Check that it exists and who may read it.") from error
    if not content.strip():
        raise GuideError(path.name, "it is empty", _FILL_IN)
    return content


def _guide(
    text: str,
    source: str,
    digest: str,
    form: str,
    findings: Sequence[Finding],
    broken: Collection[int] = (),
) -> Guide:
    hidden, found = hidden_spans(text)
    front, body_at = split_front_matter(mask(text, hidden), source)
    if not has_words(text[body_at:]):
        reason = "it has only front matter" if body_at else "it is empty"
        raise GuideError(source, reason, _FILL_IN)
    opening = Span(0, max(body_at, text.startswith("\ufeff")))
    masked = mask(text, [opening, *(span for span in hidden if span.start >= opening.end)])
    marked = form == "html" or _is_markdown(masked)
    outline = read_markdown(masked) if marked else read_export(masked, broken)
    sections, noticed = assemble(masked, outline, hidden)
    if not any(section.blocks for section in sections):
        raise GuideError(source, "it has no text below its title and headings", _FILL_IN)
    title, role, noticed_of_names = _names(front, outline, masked, source)
    role, bracketed = (role, ()) if front.role else without_brackets(role, masked)
    return Guide(
        id=slug(role) or slug(Path(source).stem) or "guide",
        title=title,
        role=role if front.role else in_small_letters(role, masked),
        summary=front.summary or _summary(outline, masked),
        source=source,
        source_text=text,
        digest=digest or hashlib.sha256(text.encode()).hexdigest(),
        format=form or ("markdown" if marked else "page export"),
        sections=sections,
        aliases=front.aliases or _aliases(outline, title, role, bracketed),
        sector=front.sector,
        date=front.date,
        url=front.url,
        sources=front.sources,
        findings=(*findings, *found, *outline.findings, *noticed, *noticed_of_names),
    )


def _is_markdown(text: str) -> bool:
    """Whether headings are marked. A single marked title above unmarked headings is an export.

    So is a page without blank lines, whose underlined headings Markdown would join with the rest,
    and one that has bold words at the start of lines, but plain headings too.
    """
    if is_textile(text):
        return False
    marked = _UNDERLINED.search(text) is not None or _has_run_ins(text)
    return len(_ATX.findall(text)) >= 2 or (marked and _BLANK.search(text) is not None)


def _has_run_ins(text: str) -> bool:
    return len(_RUN_IN.findall(text)) >= _FEWEST_RUN_INS and not _PLAIN_HEAD.search(text)


def _summary(outline: Outline, masked: str) -> str:
    return " ".join(outline.summary.of(masked).split()) if outline.summary else ""


def _aliases(outline: Outline, title: str, role: str, bracketed: Sequence[str]) -> tuple[str, ...]:
    """What the title and the lines below it call the job too, each once."""
    trained = [name for name in (trained_for(title),) if name]
    found = (*bracketed, *other_names(title), *either_of(title, role), *trained, *outline.aliases)
    names = {name.casefold(): name for name in reversed(found) if slug(name) != slug(role)}
    return tuple(reversed(names.values()))


def _names(
    front: FrontMatter, outline: Outline, text: str, source: str
) -> tuple[str, str, list[Finding]]:
    """The guide's title and role, and a finding when the page gives neither or never names it."""
    title = outline.title or front.title or front.role
    findings: list[Finding] = []
    named = title != ""
    if not named:
        title = " ".join(re.findall(r"[^\W_]+", Path(source).stem)) or source
        message = f'It has no title; "{title}" is taken from the name of the file.'
        findings.append(Finding("no_title", message))
    if front.role:
        return title, front.role, findings
    role = role_of_page(front.title, text) if front.title else outline.role
    role = role or (role_of_title(title) if named else role_of_file(title, text))
    if outline.role and gives_way(role, text):
        role = outline.role
    role = role_by_file(role or title, text, source)
    if names_none(role, text) and (spoken := job_said(text) or job_spoken_of(text)):
        message = f'Its title names no job; its text speaks of "{spoken}" throughout.'
        return title, spoken, [*findings, Finding("role_from_text", message)]
    title = shown(title, role)
    if not is_doubtful(role, text):
        return title, role, findings
    message = f'Its text never speaks of "{role}", which its title gives as the job.'
    return title, role, [*findings, Finding("role_not_in_text", message)]
