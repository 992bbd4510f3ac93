"""What a conversation's earlier messages turned out to be about, by the answers that they get.

Worked out from the messages alone, whatever a surface has kept of the answers, so that a question
is read alike in the chat window, through the API and in a terminal.
"""

from collections.abc import Sequence
from hashlib import blake2b

from assistant.answer import AnswerStatus
from assistant.answering.parts import PartAnswer
from assistant.answering.sources import Sources
from assistant.answering.turns import answer_in_turn
from assistant.citations import one_guide, quotes_of
from assistant.understanding.query import Reply
from assistant.understanding.understand import Understanding, understand

#: Replies that are kept: those of some hundred conversations.
_KEPT = 1_000
#: A message and so many before it tell what it was about. A page sends no more than its last turns,
#: so that what was worked out must not hang on how a conversation began.
_LOOKS_BACK = 6


def understand_in(turns: Sequence[str], sources: Sources) -> Understanding:
    """The last of a conversation's messages, read in the light of the others and their answers.

    Args:
        turns: the person's messages, oldest first; at least one.
        sources: what the answers are made from.
    """
    replies: list[Reply] = []
    for end in range(1, len(turns)):
        before = turns[max(0, end - _LOOKS_BACK) : end]
        reply = sources.replies.get(_digest(before))
        if reply is None:
            known = replies[len(replies) - len(before) + 1 :]
            understanding = understand(before, sources.lexicon, known)
            reply = keep(before, answer_in_turn(sources.in_role(understanding), sources), sources)
        replies.append(reply)
    return understand(turns, sources.lexicon, replies)


def keep(turns: Sequence[str], parts: Sequence[PartAnswer], sources: Sources) -> Reply:
    """Note what the answer to the last of a conversation's messages was made of."""
    if len(sources.replies) >= _KEPT:
        for oldest in [*sources.replies][: _KEPT // 4]:
            sources.replies.pop(oldest, None)
    quotes = [quote for part in parts for quote in quotes_of(part.claims)]
    told = frozenset((quote.guide_id, quote.start) for quote in quotes)
    reply = Reply(
        one_guide(quotes),
        any(part.pays for part in parts),
        told,
        asks_role=any(part.status is AnswerStatus.CLARIFY for part in parts),
    )
    sources.replies[_digest(turns[-_LOOKS_BACK:])] = reply
    return reply


def _digest(turns: Sequence[str]) -> bytes:
    """What stands for messages: they may be long, and are nobody's to keep."""
    return blake2b("\0".join(turns).encode(errors="surrogatepass"), digest_size=16).digest()
