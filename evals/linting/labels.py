"""Checks of one case against its guides: labels and truths that the guides don't bear out."""

from collections.abc import Iterator

from evals.cases import Case
from evals.linting.finding import Finding, Located
from evals.measures.nuggets import says
from evals.places import Atlas


def check_labels(located: Located, atlas: Atlas) -> Iterator[Finding]:
    """Every label of a case that its guides don't bear out."""
    case, place = located.case, located.place
    for name in case.roles:
        if name not in atlas.guides:
            yield Finding(place, f"{case.id}: there is no guide {name!r} (roles)")
    for gold in case.gold:
        if not atlas.gold(gold):
            path = " > ".join((gold.guide, *gold.section)) or gold.guide
            yield Finding(place, f"{case.id}: no section {path!r} in the guides (gold)")
    yield from (Finding(place, f"{case.id}: {message}") for message in _truths(case, atlas))


def _truths(case: Case, atlas: Atlas) -> Iterator[str]:
    text = gold_text(case, atlas)
    for nugget in case.nuggets if case.gold else ():
        if not any(says(text, phrase) for phrase in nugget.accept):
            yield f"no accepted phrasing of the nugget {nugget.text!r} is in its gold sections"
    for number in case.numbers if case.gold else ():
        if not says(text, number):
            yield f"the figure {number!r} is not in the gold sections"
    for words in case.forbidden:
        if any(says(phrase, words) for nugget in case.nuggets for phrase in nugget.accept):
            yield f"{words!r} is both forbidden and accepted"


def gold_text(case: Case, atlas: Atlas) -> str:
    """The text of every gold place of a case."""
    places = [place for gold in case.gold for place in atlas.gold(gold)]
    return "\n".join(atlas.text(place) for place in places)
