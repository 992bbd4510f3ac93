from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.guides import read_guide, read_text
from tests.guides.promises import check

EXPORT = Path(__file__).parent / "data" / "theatre-data-scientist.txt"
TEXT = EXPORT.read_text(encoding="utf-8")


def test_reads():
    g = read_guide(EXPORT)
    check(g)


@settings(max_examples=300, deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from(["shuffle", "merge", "blank", "drop"]))
def test_promises_hold_for_mangled_exports(chance, how):
    lines = TEXT.splitlines()
    if how == "shuffle":
        chance.shuffle(lines)
    elif how == "merge":
        for _ in range(chance.randint(1, 20)):
            place = chance.randrange(len(lines) - 1)
            lines[place : place + 2] = [lines[place] + " " + lines[place + 1]]
    elif how == "blank":
        lines = [line + "\n" * chance.randint(0, 3) for line in lines]
    else:
        lines = [*lines[:4], *(line for line in lines[4:] if chance.random() > 0.3)]
    check(read_text("\n".join(lines), "mangled.txt"))
