"""The texts that citations were taken from, kept so that a link can be checked long after.

A guide's text is written once, named by its digest, as soon as an answer cites it. Only texts of
guides are kept here, nothing of anybody who asked.
"""

import gzip
import hashlib
import logging
import os
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from assistant.answer import Answer, Citation
from assistant.guides.model import Guide

log = logging.getLogger(__name__)

_NAME = re.compile(r"[0-9a-f]{12}")


def version_of(guide: Guide) -> str:
    """What names a guide's text as it is now: twelve hexadecimal digits."""
    return hashlib.sha256(guide.source_text.encode()).hexdigest()[:12]


class Versions:
    """The archive of cited texts.

    Args:
        folder: where they are kept; None keeps them only while this process runs.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._held: dict[str, str] = {}

    def keep(self, guide: Guide) -> str:
        """Keep the guide's text of now, if it isn't kept yet, and give its name."""
        name = version_of(guide)
        if name not in self._held:
            self._held[name] = guide.source_text
            self._write(name, guide.source_text)
        return name

    def text(self, name: str) -> str | None:
        """The text of that name, None if it isn't kept here."""
        if name in self._held or self._folder is None or not _NAME.fullmatch(name):
            return self._held.get(name)
        try:
            return gzip.decompress((self._folder / f"{name}.txt.gz").read_bytes()).decode()
        except (OSError, EOFError, ValueError):
            return None

    def _write(self, name: str, text: str) -> None:
        if self._folder is None or (self._folder / f"{name}.txt.gz").exists():
            return
        beside = self._folder / f".{name}.{os.getpid()}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(gzip.compress(text.encode()))
            beside.replace(self._folder / f"{name}.txt.gz")
        except OSError as error:
            # The link works all the same for as long as this process runs.
            log.warning("can't keep the text of a cited guide in %s: %s", self._folder, error)


def citation_link(citation: Citation, guide: Guide | None, versions: Versions) -> str:
    """The address of a citation's very words; empty if it has no place to open.

    A link into our own guide names the version of the text, so that its page can tell whether
    the words still stand there. It has no fragment but that of the marked words. One that names a
    version already goes on naming it, whatever the guide reads now.
    """
    parts = urlsplit(citation.url)
    if parts.scheme in {"http", "https"}:
        return citation.url
    if not parts.path.startswith("/guides/") or parts.netloc:
        return ""
    if "v" in parse_qs(parts.query):
        return citation.url
    asked: dict[str, str | int] = {"from": citation.start, "to": citation.end}
    if guide and guide.source_text[citation.start : citation.end] == citation.quote:
        asked["v"] = versions.keep(guide)
    if parts.fragment:
        asked["in"] = parts.fragment
    return f"{parts.path}?{urlencode(asked)}#cited"


def linked(answer: Answer, guides: Mapping[str, Guide], versions: Versions | None) -> Answer:
    """The answer with links that name the texts which its citations were taken from.

    Args:
        answer: as it was made.
        guides: those that it was made from, by id.
        versions: where the texts are kept; None leaves the links as they are.
    """
    if versions is None:
        return answer
    citations = tuple(
        replace(each, url=citation_link(each, guides.get(each.guide_id), versions))
        for each in answer.citations
    )
    return replace(answer, citations=citations)
