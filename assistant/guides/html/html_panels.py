"""What of an HTML page is closed but opens on a click: panels of accordions and tabs.

A browser shows their text to whoever asks for it, so it is of the guide. What no control opens, or
what would show nothing even when open, stays hidden text.
"""

import re

from selectolax.lexbor import LexborNode

from assistant.guides.hidden import closes_only, hides
from assistant.guides.html.html_blocks import words_of
from assistant.guides.html.html_nodes import above, attributes_of, beside, bold_line
from assistant.guides.jobs.opening import looks_like_heading

_CONTROLS = "button, summary, a, [role=button], [role=tab], [data-toggle], [data-bs-toggle]"
_TARGETS = ("aria-controls", "data-target", "data-bs-target", "href")
_SAYS_SO = ("aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle")
_LONGEST_LABEL = 200
_OPENERS = ", ".join(f"[{name}]" for name in _SAYS_SO)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt"))
_OF_ITEMS = frozenset(("ul", "ol", "menu", "dl", "table"))
#: Labels that say what a click does and not what it shows.
_NO_LABEL = re.compile(
    r"\W*(?:menu|close|open|toggle|expand|collapse|search|share|filter)\b"
    r"|(?:.*\s)?(?:more|less|all|details)\W*$",
    re.IGNORECASE,
)


class Panels:
    """The visible controls of a page, and which elements each of them opens."""

    def __init__(self, body: LexborNode) -> None:
        self._controls: dict[str, LexborNode] = {}
        self._ids = {node.attributes.get("id"): node for node in body.css("[id]")}
        for control in body.css(_CONTROLS):
            if not _can_be_clicked(control):
                continue
            for name in _TARGETS:
                for target in (control.attributes.get(name) or "").split():
                    if name != "href" or _says_so(control):
                        self._controls.setdefault(target.lstrip("#"), control)

    def opens(self, node: LexborNode) -> bool:
        """Whether a control that a reader sees opens an element that is not shown."""
        if not closes_only(attributes_of(node)) or is_links(node):
            return False
        return self._control(node) is not None or _follows_control(node)

    def label(self, body: LexborNode) -> None:
        """Put the label of its tab or button above each panel that nothing else heads.

        Only the label says what a panel is about. One that asks stays a question above its answer.
        """
        for node in body.css("[role=tabpanel]"):
            control = self._control(node)
            if control is not None:
                _head(node, words_of(control))
        for control in body.css(_OPENERS):
            label = words_of(control)
            panel = self._panel(control)
            if panel is None or is_links(panel) or not _is_label(control, label):
                continue
            if _is_within_sentence(control, label):
                continue
            if _head(panel, label) and control.tag != "button":
                control.decompose()  # a button's words are no text of the page, but a link's are

    def _panel(self, control: LexborNode) -> LexborNode | None:
        """What a control opens: the element that it names, or else the one that follows it."""
        if not _can_be_clicked(control):
            return None
        names = (control.attributes.get(name) or "" for name in _TARGETS)
        named = [self._ids.get(target.lstrip("#")) for name in names for target in name.split()]
        node: LexborNode | None = next((one for one in named if one is not None), None)
        if node is not None:
            return node
        node = control
        while node is not None and words_of(node) == words_of(control):
            after = beside(node, forwards=True)
            if after is not None:
                return after
            node = node.parent
        return None

    def _control(self, node: LexborNode) -> LexborNode | None:
        found = self._controls.get(node.attributes.get("id") or "")
        if found is not None or node.attributes.get("role") not in ("tabpanel", "region"):
            return found
        named = self._ids.get((node.attributes.get("aria-labelledby") or "").split(" ")[0] or "-")
        if named is not None and _can_be_clicked(named):
            return named
        return _tab_beside(node)


def _is_within_sentence(control: LexborNode, label: str) -> bool:
    """Whether a control is a link among other words, which would lose it."""
    around = control.parent
    if around is None or around.tag not in ("p", "li", "td", "span"):
        return False
    return words_of(around) != label


def _can_be_clicked(control: LexborNode) -> bool:
    hidden = any(hides(attributes_of(node)) for node in (control, *above(control)))
    return not hidden and bool(words_of(control))


def _says_so(control: LexborNode) -> bool:
    tab = control.attributes.get("role") in ("tab", "button")
    return tab or any(name in control.attributes for name in _SAYS_SO)


def _tab_beside(node: LexborNode) -> LexborNode | None:
    """The tab of a panel without names: the nth tab of the list before it, for the nth panel."""
    place = 0
    before = node.prev
    while before is not None:
        tabs = [] if before.is_text_node else before.css("[role=tab]")
        if tabs:
            return tabs[place] if place < len(tabs) and _can_be_clicked(tabs[place]) else None
        place += not before.is_text_node and before.attributes.get("role") == "tabpanel"
        before = before.prev
    return None


def _follows_control(node: LexborNode) -> bool:
    """Whether an element stands right below a button that says it opens something, or asks."""
    before = beside(node, forwards=False)
    if before is None or len(words_of(before)) > _LONGEST_LABEL:
        return False
    return any(
        _can_be_clicked(control) and (_says_so(control) or words_of(control).endswith("?"))
        for control in before.css("button, [role=button], [aria-expanded]")
    )


def _is_label(control: LexborNode, label: str) -> bool:
    """Whether a control's words could head what it opens, and do not stand in a heading yet."""
    attributes = control.attributes
    if attributes.get("role") == "tab" or "aria-haspopup" in attributes:
        return False
    if any(node.tag in _HEADINGS for node in (control, *above(control))):
        return False
    return looks_like_heading(label) and _NO_LABEL.match(label) is None


def _head(panel: LexborNode, label: str) -> bool:
    """Put a heading at the beginning of a panel that has words and does not begin so."""
    words = words_of(panel)
    first = panel.first_child
    if not label or not words or first is None or panel.tag == "span":
        return False
    if words.casefold().startswith(label.casefold()):
        return False
    (panel if panel.tag in _OF_ITEMS else first).insert_before(bold_line(label))
    return True


def is_links(node: LexborNode) -> bool:
    """Whether an element holds links and little else, as a menu does."""
    linked = sum(len(link.text().strip()) for link in node.css("a"))
    words = len(re.sub(r"\s", "", node.text()))
    return 5 * linked > 4 * words
