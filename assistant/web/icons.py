"""The pages' icons: strokes on a 24 by 24 grid, drawn in the colour of the words beside them."""

_STROKES = {
    "ask": '<path d="M4 12h15M13 6l6 6-6 6"/>',
    "stop": '<rect x="5.5" y="5.5" width="13" height="13" rx="2" fill="currentColor"/>',
    "copy": '<rect x="9" y="9" width="11" height="11" rx="2"/><path d="M5 15V6a2 2 0 0 1 2-2h8"/>',
    "again": '<path d="M4.5 12a7.5 7.5 0 1 0 2.4-5.5M4 4v4.5h4.5"/>',
    "edit": '<path d="M4 20l1-4L16.5 4.5l3 3L8 19zM14 7l3 3"/>',
    "yes": '<path d="M5 12.5l4.5 4.5L19 7.5"/>',
    "no": '<path d="M7 7l10 10M17 7L7 17"/>',
    "link": '<path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2'
    'M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2"/>',
    "list": '<path d="M4 7h16M4 12h16M4 17h10"/>',
    "new": '<path d="M12 5v14M5 12h14"/>',
    "more": '<path d="M6 12h.01M12 12h.01M18 12h.01" stroke-width="3"/>',
    "guide": '<path d="M6 4h10a2 2 0 0 1 2 2v14H8a2 2 0 0 1-2-2zM6 18a2 2 0 0 1 2-2h10M10 8h5"/>',
    "away": '<path d="M3 9a13 13 0 0 1 18 0M6.5 12.7a8 8 0 0 1 11 0M12 18h.01M4 4l16 16"/>',
    "info": '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5M12 8h.01"/>',
    "part": '<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5a8.5 8.5 0 0 1 0 17z"'
    ' fill="currentColor"/>',
    "none": '<circle cx="12" cy="12" r="8.5"/><path d="M8 12h8"/>',
    "estimate": '<path d="M4 9.5c2.7-3 5.3-3 8 0s5.3 3 8 0M4 15.5c2.7-3 5.3-3 8 0s5.3 3 8 0"/>',
}


def icon(name: str) -> str:
    """An icon as inline SVG, hidden from screen readers: words always say the same."""
    return (
        '<svg class="icon" viewBox="0 0 24 24" width="20" height="20" fill="none"'
        ' stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"'
        f' aria-hidden="true" focusable="false">{_STROKES[name]}</svg>'
    )
