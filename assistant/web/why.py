"""Answer -> the panel "Why this answer": how it was read, what was looked at, what was checked."""

from collections.abc import Iterable, Mapping
from typing import Any

from assistant.answer import Answer
from assistant.web import wording
from assistant.web.markup import escape

MOST_SHOWN = 5

Titles = Mapping[str, str]


def why_html(answer: Answer, titles: Titles) -> str:
    """The panel, folded; empty when nothing was looked up (a greeting, an error).

    Args:
        answer: with its trace.
        titles: of the guides, by id.
    """
    parts = answer.trace.get("parts") or ()
    if not parts:
        return ""
    read = "".join(_reading(part.get("query", {}), titles, len(parts) > 1) for part in parts)
    looked = "".join(_looked_at(role, titles) for part in parts for role in part.get("roles", ()))
    return (
        f'<details class="why"><summary>{wording.WHY}</summary>'
        f"<h3>{wording.WHY_READ}</h3>{read}"
        f"<h3>{wording.WHY_LOOKED}</h3>{looked or f'<p>{wording.WHY_NOTHING}</p>'}"
        f"<h3>{wording.WHY_CHECKED}</h3><ul>{_items(_checks(answer))}</ul>"
        f"{_dropped(answer.trace.get('dropped') or ())}{_worded_by(answer)}</details>"
    )


def _reading(query: Mapping[str, Any], titles: Titles, several: bool) -> str:
    facts = [
        (wording.WHY_ASKED, str(query.get("asked", "")) if several else ""),
        (wording.WHY_ROLES, _listed(titles.get(role, role) for role in query.get("roles", ()))),
        (wording.WHY_NO_GUIDE, _listed(query.get("unknown_roles", ()))),
        (wording.WHY_LEVEL, _listed(query.get("level_words", ()))),
        (wording.WHY_PLACE, _listed(map(_place, query.get("places", ())))),
        (wording.WHY_ABOUT, _listed(_topic(topic) for topic in query.get("topics", ()))),
        (wording.WHY_CARRIED, _listed(query.get("carried", ()))),
    ]
    rows = "".join(
        f"<div><dt>{name}</dt><dd>{escape(value)}</dd></div>" for name, value in facts if value
    )
    return f"<dl>{rows}</dl>" if rows else f"<p>{wording.WHY_NOTHING_READ}</p>"


def _place(place: object) -> str:
    name = str(getattr(place, "name", place))
    return wording.WHY_NOT_PLACE.format(place=name) if getattr(place, "negated", False) else name


def _topic(topic: object) -> str:
    name = str(topic)
    return wording.TOPICS.get(name, name.replace("_", " "))


def _looked_at(role: Mapping[str, Any], titles: Titles) -> str:
    kept, rejected = role.get("kept", ()), role.get("rejected", ())
    title = escape(titles.get(str(role.get("guide_id")), str(role.get("guide_id"))))
    if not kept and not rejected:
        return f"<p>{wording.WHY_TABLE_READ.format(guide=title)}</p>"
    said = wording.WHY_COUNTS.format(guide=title, kept=len(kept), rejected=len(rejected))
    rows = "".join(
        [
            *(_passage(passage, wording.WHY_KEPT) for passage in kept[:MOST_SHOWN]),
            *(_passage(passage, _reason(passage)) for passage in rejected[:MOST_SHOWN]),
        ]
    )
    label = wording.WHY_PASSAGES.format(guide=title)
    return (
        f'<p>{said}</p><div class="scroll" tabindex="0" role="group" aria-label="{label}">'
        f"<table><thead><tr>{_heads()}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _heads() -> str:
    return "".join(f'<th scope="col">{head}</th>' for head in wording.WHY_COLUMNS)


def _passage(passage: Mapping[str, Any], outcome: str) -> str:
    section = " › ".join(str(step) for step in passage.get("section", ())) or wording.INTRODUCTION
    score = passage.get("score")
    shown = f"{score:.1f}" if isinstance(score, (int, float)) else ""
    return f"<tr><td>{escape(section)}</td><td>{shown}</td><td>{escape(outcome)}</td></tr>"


def _reason(passage: Mapping[str, Any]) -> str:
    return wording.WHY_SET_ASIDE.format(reason=passage.get("reason") or wording.WHY_LOWER)


def _checks(answer: Answer) -> Iterable[str]:
    count = len(answer.citations)
    if count:
        yield wording.counted(count, wording.WHY_QUOTES_ONE, wording.WHY_QUOTES)
        yield wording.WHY_FIGURES
    else:
        yield wording.WHY_NO_CLAIM
    dropped = len(answer.trace.get("dropped") or ())
    if dropped:
        yield wording.counted(dropped, wording.WHY_LEFT_OUT_ONE, wording.WHY_LEFT_OUT)


def _dropped(claims: Iterable[Mapping[str, Any]]) -> str:
    items = _items(
        wording.WHY_DROPPED.format(text=claim.get("text", ""), reason=claim.get("reason", ""))
        for claim in claims
    )
    return f"<h3>{wording.WHY_DROPPED_HEAD}</h3><ul>{items}</ul>" if items else ""


def _worded_by(answer: Answer) -> str:
    """Who worded it, and how long it took."""
    model = answer.trace.get("model")
    said = list(_model(model)) if isinstance(model, Mapping) else [wording.WHY_EXTRACTIVE]
    total = answer.timings_ms.get("total")
    if total is not None:
        said.append(wording.WHY_TIME.format(seconds=f"{total / 1000:.2f}"))
    return f"<h3>{wording.WHY_WORDED}</h3><ul>{_items(said)}</ul>"


def _model(model: Mapping[str, Any]) -> Iterable[str]:
    """What a language model did: which it was, what of it was kept, what it read and wrote."""
    if model.get("notice"):
        yield str(model["notice"])
    kept = model.get("kept", 0)
    yield (wording.WHY_MODEL if kept else wording.WHY_NOT_MODEL).format(name=model.get("name", ""))
    if kept or model.get("replaced") or model.get("dropped"):
        yield wording.WHY_SENTENCES.format(
            kept=kept, replaced=model.get("replaced", 0), dropped=model.get("dropped", 0)
        )
    tokens = model.get("tokens") or {}
    if tokens.get("prompt"):
        yield wording.WHY_TOKENS.format(read=tokens["prompt"], wrote=tokens.get("reply", 0))
    cost = model.get("cost")
    if isinstance(cost, Mapping):
        yield wording.WHY_COST.format(amount=cost.get("amount"), currency=cost.get("currency"))


def _items(texts: Iterable[str]) -> str:
    return "".join(f"<li>{escape(text)}</li>" for text in texts)


def _listed(names: Iterable[object]) -> str:
    return ", ".join(str(name) for name in names)
