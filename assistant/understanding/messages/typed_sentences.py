"""The sentences of a message as people type them: in lower case, numbered within a line."""

import re

from assistant.guides.sentences import sentence_spans

#: People in a chat start a sentence in lower case, and number their questions within a line.
_LOOSE_STOP = re.compile(
    r"(?<=[?!])[\"”’)]*\s+(?=\w)|(?:(?<=[a-z]{3}\.)|(?<=\s(?:in|it|on|up|me|us|so|go|by|do|uk)\.)|(?<=[A-Z]{2}\.)|(?<=\w\.\.))\s+(?=(?:and|but|so|what|how|which|who|when|where|why|is|are|do|does|can|could|would|will|should|also|plus|ok|okay|i|i'm|my|am|anyways?|any|tell|whats|hows|wheres|someone|somebody|they|we|he|she|want|no|not|just|been|never|thinking|looking)\b)|"
    r"(?<=\w\.)\s+(?=(?:do|does|can|could|would|will|should|is|are)\s+(?:i|you|they|it|there|we)\b)|"
    r"\s+(?=\(?[2-9][.)]\s+\w)|(?<=[:?!])\s+(?=\(?1[.)]\s+\w)"
)


def typed_sentences(body: str) -> list[str]:
    """The sentences in order; a list item or a line that begins with a capital is one by itself."""
    found: list[str] = []
    for paragraph in re.split(r"\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)])\s)|\n(?=[A-Z])", body):
        flat = " ".join(paragraph.split())
        for span in sentence_spans(flat, 0, len(flat)):
            found.extend(part.strip() for part in _LOOSE_STOP.split(flat[span.start : span.end]))
    return [sentence for sentence in found if re.search(r"\w", sentence)]
