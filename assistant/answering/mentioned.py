"""What the guides say in passing of a job that none of them is about: a sum of pay."""

import re
from collections.abc import Iterable, Iterator

from assistant.answering.pay_sentences import sentences_about
from assistant.citations import Claim
from assistant.guides.model import Guide
from assistant.understanding.title_variants import as_name

_SUM = re.compile(r"[£€$]\s?\d")
#: Sentences quoted of one guide, at most.
_MOST = 2


def pay_mentioned(titles: Iterable[str], guides: Iterable[Guide]) -> Iterator[tuple[str, Claim]]:
    """The sentences that give a sum for a job by its title, each with its guide's id."""
    wanted = [" ".join(as_name(title)) for title in titles]
    for guide in guides:
        said = (*sentences_about(guide, salary=True), *sentences_about(guide, salary=False))
        found = [
            claim
            for claim in said
            if _SUM.search(claim.text)
            and any(f" {one} " in f" {' '.join(as_name(claim.text))} " for one in wanted)
        ]
        yield from ((guide.id, claim) for claim in found[:_MOST])
