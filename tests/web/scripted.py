"""An assistant that answers as it is told to, at the seam where the pages ask."""

import threading

from assistant.answer import Answer, AnswerStatus, Citation, Table
from assistant.errors import NoRecordError
from assistant.guides import read_text
from assistant.pipeline import AnswerEvent
from assistant.web.render import Library

LAB = read_text(
    "# Lab Analyst\n\nLooks after samples and instruments.\n\n## Pay\n\n"
    "| Level | London | Rest of UK |\n|---|---|---|\n"
    "| Junior | £35,000 to £45,000 | £30,000 to £40,000 |\n"
    "| Senior | £50,000 to £60,000 | £45,000 to £55,000 |\n\n"
    "Figures are estimates.\n\n## Duties\n\n- Tests samples.\n- Keeps records.\n\n"
    "## FAQ\n\n### Is a Lab Analyst on call?\n\nNow and then.\n",
    "lab.md",
)
LIBRARY = Library({LAB.id: LAB})

EVIL = (
    "<img src=x onerror=\"console.error('live')\"> ${console.error('live')} "
    "{{this}} [x](javascript:alert(1))"
)


def cited(number, quote, **changes):
    """A citation of the guide LAB, where the quote stands in it."""
    start = max(0, LAB.source_text.find(quote))
    values = {
        "number": number,
        "guide": LAB.title,
        "guide_id": LAB.id,
        "section": ("Pay",),
        "quote": quote,
        "source": LAB.source,
        "start": start,
        "end": start + len(quote),
        "url": f"/guides/{LAB.id}?from={start}&to={start + len(quote)}#pay",
    }
    return Citation(**values | changes)


def band(role, level, region, low, high, number=1, currency="GBP"):
    """A pay range as a table carries it."""
    return {
        "guide_id": role.lower().replace(" ", "-"),
        "role": role,
        "level": level,
        "region": region,
        "low": low,
        "high": high,
        "currency": currency,
        "note": "",
        "number": number,
    }


PAY = Table(
    "pay",
    "Yearly pay by level and region",
    ("Role", "Level", "London", "Rest of UK"),
    (("Lab Analyst", "Junior", "£35,000 to £45,000", "£30,000 to £40,000"),),
    (1,),
    (
        band("Lab Analyst", "Junior", "London", 35000, 45000),
        band("Lab Analyst", "Junior", "Rest of UK", 30000, 40000),
    ),
)
QUERY = {
    "asked": "What does it pay?",
    "roles": [LAB.id],
    "level_words": ["junior"],
    "places": [],
    "topics": ["salary"],
    "carried": ["role"],
}
PASSAGE = {"guide_id": LAB.id, "section": ["Pay"], "score": 7.25}
TRACE = {
    "snapshot": "20260101T000000-abcdef",
    "parts": [
        {
            "query": QUERY,
            "roles": [
                {
                    "guide_id": LAB.id,
                    "kept": [PASSAGE],
                    "rejected": [{**PASSAGE, "section": [], "score": 1.5, "reason": "too far"}],
                }
            ],
        }
    ],
    "dropped": [],
}


def answer(text="It is £35,000 to £45,000 [1]. It is an estimate [2].", **changes):
    """A whole answer about pay, as it is or with changes."""
    values = {
        "question": "What does it pay?",
        "status": AnswerStatus.ANSWERED,
        "text": text,
        "citations": (cited(1, "Junior | £35,000 to £45,000"), cited(2, "Figures are estimates.")),
        "follow_ups": ("And in London?", "Which skills?"),
        "table": PAY,
        "trace": TRACE,
    }
    return Answer(**values | changes)


class ScriptedAssistant:
    """Gives the answers that ``say`` was set to, by a word of the question; else the usual one.

    Until ``go`` is set an answer stands at its first half: tests hold it there to look around.
    """

    def __init__(self):
        self.asked = []
        self.say = {}
        self.go = threading.Event()
        self.go.set()
        self.stopped = threading.Event()

    def stream(self, question, conversation=None):
        turns = conversation.turns if conversation else ()
        self.asked.append((question, [turn.question for turn in turns]))
        found = next((said for word, said in self.say.items() if word in question), None)
        whole = found or answer(f"Turn {len(turns) + 1} pays £35,000 [1]. An estimate [2].")
        try:
            yield AnswerEvent(whole.text[: len(whole.text) // 2])
            assert self.go.wait(20)
            yield AnswerEvent(whole.text, whole)
        except GeneratorExit:
            self.stopped.set()
            raise


class FeedbackList:
    """Feedback, kept in a list."""

    def __init__(self):
        self.given = []

    def add(self, given):
        self.given.append(given)


class ConversationLists:
    """Conversations, kept in lists by their ids."""

    def __init__(self):
        self.kept = {}

    def start(self):
        conversation_id = f"kept{len(self.kept) + 1}"
        self.kept[conversation_id] = []
        return conversation_id

    def add(self, conversation_id, turn):
        if conversation_id not in self.kept:
            raise NoRecordError("This conversation is not kept. Start one that is.")
        self.kept[conversation_id].append(turn)

    def remove(self, conversation_id):
        self.kept.pop(conversation_id, None)
