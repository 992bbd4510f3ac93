"""What of an HTML page is closed but opens on a click: panels of accordions and tabs.

A browser shows their text to whoever asks for it, so it is of the guide. What no control opens, or
what would show nothing even when open, stays hidden text.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from assistant.guides.hidden import closes_only, hides
from assistant.guides.html_blocks import words_of

_CONTROLS = "button, summary, a, [role=button], [role=tab], [data-toggle], [data-bs-toggle]"
_TARGETS = ("aria-controls", "data-target", "data-bs-target", "href")
_SAYS_SO = ("aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle")
_LONGEST_LABEL = 200


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

    def label_tabs(self, body: LexborNode) -> None:
        """Put its tab's label above each panel, since only the tabs say what each is about."""
        for node in body.css("[role=tabpanel]"):
            control = self._control(node)
            label = words_of(control) if control is not None else ""
            if label and not words_of(node).casefold().startswith(label.casefold()):
                heading = LexborHTMLParser("<p><b></b></p>").css_first("p")
                if heading is not None:
                    heading.css("b")[0].insert_child(label)
                    node.insert_before(heading)

    def _control(self, node: LexborNode) -> LexborNode | None:
        found = self._controls.get(node.attributes.get("id") or "")
        if found is not None or node.attributes.get("role") not in ("tabpanel", "region"):
            return found
        named = self._ids.get((node.attributes.get("aria-labelledby") or "").split(" ")[0] or "-")
        if named is not None and _can_be_clicked(named):
            return named
        return _tab_beside(node)


def attributes_of(node: LexborNode) -> str:
    """An element's attributes as they stand in its tag."""
    return "".join(f' {name}="{value or ""}"' for name, value in node.attributes.items())


def _can_be_clicked(control: LexborNode) -> bool:
    node: LexborNode | None = control
    while node is not None:
        if hides(attributes_of(node)):
            return False
        node = node.parent
    return bool(words_of(control))


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
    before = node.prev
    while before is not None and (before.is_text_node or before.is_comment_node):
        if (before.text_content or "").strip() and before.is_text_node:
            return False
        before = before.prev
    if before is None or len(words_of(before)) > _LONGEST_LABEL:
        return False
    return any(
        _can_be_clicked(control) and (_says_so(control) or words_of(control).endswith("?"))
        for control in before.css("button, [role=button], [aria-expanded]")
    )


def is_links(node: LexborNode) -> bool:
    """Whether an element holds links and little else, as a menu does."""
    linked = sum(len(link.text().strip()) for link in node.css("a"))
    words = len(re.sub(r"\s", "", node.text()))
    return 5 * linked > 4 * words
