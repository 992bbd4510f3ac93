"""Checks of all cases together: repeated ids, near-duplicates, balance, leaks into code."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cdist

from evals.linting.finding import Finding, Located
from evals.text import folded

ALIKE = 93
"""How alike, of 100, two conversations may be before one of them tests nothing new."""
LEAST_TO_BALANCE = 8
SHORTEST_LEAK = 24
FEWEST_WORDS = 4
"""A question of fewer words is a role's name, which may stand anywhere."""
LARGEST_SOURCE = 400_000
SOURCES = ("*.py", "*.toml", "*.txt", "*.yml", "*.yaml", "*.json", "*.jsonl", "*.j2", "*.js")


def repeated_ids(cases: Iterable[Located]) -> Iterator[Finding]:
    """Ids that an earlier case of the dataset has."""
    first: dict[tuple[str, str], str] = {}
    for located in cases:
        before = first.setdefault((located.dataset, located.case.id), located.place)
        if before != located.place:
            yield Finding(located.place, f"{located.case.id}: this id is used at {before}")


def near_duplicates(cases: Sequence[Located]) -> Iterator[Finding]:
    """Conversations over one corpus that are nearly the same and no declared paraphrases."""
    texts = [folded("\n".join(located.case.turns)) for located in cases]
    scores = cdist(texts, texts, scorer=ratio, score_cutoff=ALIKE, dtype=np.uint8)
    for later, earlier in np.argwhere(np.tril(scores, k=-1)):
        one, other = cases[earlier], cases[later]
        same_group = one.case.group is not None and one.case.group == other.case.group
        if not same_group or texts[earlier] == texts[later]:
            message = f"{other.case.id}: nearly the same as {one.case.id} at {one.place}"
            yield Finding(other.place, f"{message}; reword it, or give both one group")


def balance(cases: Iterable[Located]) -> Iterator[Finding]:
    """Kinds and paraphrase groups that the two splits don't share fairly."""
    splits: dict[tuple[str, str], Counter[str]] = {}
    groups: dict[tuple[str, str], list[Located]] = {}
    for located in cases:
        case = located.case
        splits.setdefault((located.dataset, case.kind), Counter())[case.split] += 1
        if case.group:
            groups.setdefault((located.dataset, case.group), []).append(located)
    for (dataset, kind), counts in sorted(splits.items()):
        share = counts["held-out"] / counts.total()
        if counts.total() >= LEAST_TO_BALANCE and not 0.25 <= share <= 0.75:
            message = f"{kind}: {counts['dev']} dev and {counts['held-out']} held-out cases"
            yield Finding(f"{dataset}.jsonl", f"{message} are out of balance", fatal=False)
    for (_, group), members in sorted(groups.items()):
        if len({located.case.split for located in members}) > 1:
            message = f"the group {group!r} has dev and held-out cases, so dev work tunes on both"
            yield Finding(members[0].place, message, fatal=False)


def leaks(cases: Iterable[Located], project: Path) -> Iterator[Finding]:
    """Questions that stand in the product's code, prompts or wording, or in what it learns from."""
    sources = {
        path.relative_to(project).as_posix(): folded(path.read_text(encoding="utf-8"))
        for path in sorted(_sources(project))
    }
    everything = "\n".join(sources.values())
    for located in cases:
        for turn in located.case.turns:
            words = folded(turn)
            telling = len(words) >= SHORTEST_LEAK and len(words.split()) >= FEWEST_WORDS
            if telling and words in everything:
                where = next((name for name, text in sources.items() if words in text), "code")
                message = f"{located.case.id}: the question {turn!r} stands in {where}"
                yield Finding(located.place, message)


def _sources(project: Path) -> Iterator[Path]:
    names = ("assistant", "app.py", "ingest.py", "evals/training")
    roots = [project / name for name in names if (project / name).exists()]
    for root in roots:
        found = [root] if root.is_file() else [p for s in SOURCES for p in root.rglob(s)]
        yield from (path for path in found if path.stat().st_size <= LARGEST_SOURCE)
