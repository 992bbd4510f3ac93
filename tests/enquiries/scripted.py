"""An assistant that answers from a script, over guides written in the test."""

from types import SimpleNamespace

from assistant.answer import Answer, AnswerStatus, Citation, Part
from assistant.guides import read_guide

TEXT = """---
title: Lighthouse Keeper
---

A lighthouse keeper looks after the light.

## Pay

A keeper earns £31,000 a year. Night watches add £40 each.

Storm pay is not part of the salary.

## Skills

- Climbs stairs without fear of heights.
- Keeps a log of ships and weather.

## FAQ

### Is the work lonely?

Most stations have two keepers. They change every six weeks.
"""


def guide_of(tmp_path, text=TEXT):
    """A guide as the reader makes it of a Markdown file."""
    path = tmp_path / "lighthouse-keeper.md"
    path.write_text(text, "utf-8")
    return read_guide(path)


def cited(guide, quote, number=1, section=("Pay",)):
    """A citation of the first place in the guide that has these words."""
    start = guide.source_text.index(quote)
    return Citation(
        number=number,
        guide=guide.title,
        guide_id=guide.id,
        section=section,
        quote=quote,
        source=guide.source,
        start=start,
        end=start + len(quote),
        url=f"/guides/{guide.id}?from={start}&to={start + len(quote)}#pay",
    )


class Scripted:
    """Answers each message as the script says; the guides can be changed."""

    def __init__(self, guide, answers=None):
        self.guides = {guide.id: guide}
        self.snapshot_id = "first"
        self.answers = answers or {}
        self.asked = []

    def ask(self, question, conversation=None):
        self.asked.append((question, conversation))
        found = self.answers.get(question)
        if callable(found):
            found = found()
        return found or Answer(
            question,
            AnswerStatus.NOT_COVERED,
            "The guides do not say.",
            parts=(Part(question, AnswerStatus.NOT_COVERED),),
        )

    def sources(self):
        return SimpleNamespace(snapshot=SimpleNamespace(id=self.snapshot_id, guides=self.guides))
