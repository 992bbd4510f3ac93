"""Cards of an HTML page, each a box with a title above a text, -> the items of a list."""

import re
from itertools import groupby

from selectolax.lexbor import LexborNode

from assistant.guides.html.html_blocks import is_block, words_of
from assistant.guides.html.html_nodes import PARTS, above, made
from assistant.guides.money import find_pay

_MOST_WORDS = 8
_FEWEST_BELOW = 3
_LONGEST = 300
#: Where all texts have so many words their titles are rather headings.
_FEWEST_OF_SECTION = 12
_FEWEST = 2
_SAYS_MORE = re.compile(r"[?!.:;]\s*$")


def mark_cards(body: LexborNode) -> None:
    """Make items of several cards beside each other, lest a title stands apart from its text."""
    runs = [
        list(run)
        for around in body.css("div, section")
        for looks, run in groupby(_shown(around), _likeness)
        if looks
    ]
    for cards in runs:
        if len(cards) >= _FEWEST and _are_short(cards):
            _list(cards)


def _shown(around: LexborNode) -> list[LexborNode]:
    """What a box holds, with the loose text that parts its cards from each other."""
    parts = around.iter(include_text=True)
    return [part for part in parts if not part.is_text_node or part.text(strip=True)]


def _likeness(card: LexborNode) -> tuple[str | None, ...]:
    """What alike cards have in common; nothing where a box is no card."""
    if card.tag != "div":
        return ()
    inner = _shown(card)
    if len(inner) != 2 or not all(_is_plain(part) for part in inner):
        return ()
    title, text = map(words_of, inner)
    named = 0 < len(title.split()) <= _MOST_WORDS and not _SAYS_MORE.search(title)
    told = len(text.split()) >= _FEWEST_BELOW and len(text) <= _LONGEST
    if not (named and told) or find_pay(text) or any(one.tag in PARTS for one in above(card)):
        return ()
    return tuple(part.attributes.get("class") for part in (card, *inner))


def _is_plain(part: LexborNode) -> bool:
    """Whether a box holds a text and nothing that is bold or a block itself."""
    if part.tag not in ("div", "p", "span"):
        return False
    inner = [node for node in part.traverse() if node.mem_id != part.mem_id]
    return not any(is_block(node) or node.tag in ("b", "strong", "br", "img") for node in inner)


def _are_short(cards: list[LexborNode]) -> bool:
    texts = [words_of(list(card.iter())[1]) for card in cards]
    return any(len(text.split()) < _FEWEST_OF_SECTION for text in texts)


def _list(cards: list[LexborNode]) -> None:
    listed = made("ul", "")
    for card in cards:
        title, text = map(words_of, card.iter())
        listed.insert_child(made("li", f"{title}: {text}"))
    cards[0].insert_before(listed)
    for card in cards:
        card.decompose()
