"""What of an HTML page is its frame and no part of the guide, where no element says so."""

import re

from selectolax.lexbor import LexborNode

_UNREAD = "script, style, template, noscript, svg, iframe, canvas, video, audio"
_FRAME = (
    "nav, footer, [role=navigation], [role=contentinfo], [role=search], [role=dialog],"
    " [role=alertdialog], [aria-label=breadcrumb], [aria-label=Breadcrumb]"
)
#: Names that sites give to parts of their frame. The words of the second line are of the frame only
#: where the name begins with them, since "job-share" or "social-care" may be what a guide is about.
_NAMED = re.compile(
    r"(?:^|-)(?:cookies?|gdpr|breadcrumbs?|newsletter|adverts?|advertisement|advertising|sponsored"
    r"|promos?|popup|modal|sidebar|footer|navbar|nav|topbar|menu|toc|byline)(?:-|$)"
    r"|^(?:ads?(?=-(?:slot|unit|banner|box|block|container|wrapper)|$)"
    r"|(?:related|similar)(?=-(?:posts?|articles?|content|links?|jobs?|roles?|pages?|guides?)|$)"
    r"|(?:share|sharing|social)(?=-(?:links?|buttons?|bar|icons?|media|share|this|tools)|$))",
)
_CONSENT = re.compile(r"(?:^|-)(?:consent|privacy)(?:-|$)")
_COOKIES = re.compile(
    r"\b(?:use|uses|using) (?:\w+ ){0,3}cookies\b|\bcookies on (?:this|our)\b", re.IGNORECASE
)
_ABOUT_COOKIES = re.compile(r"\bcookies?\b|\bprivacy\b", re.IGNORECASE)
_LINKS = "h1 a, h2 a, h3 a, h4 a, h5 a, h6 a"
_PARTS = "div, section, aside, header, ul, ol, p, span, figure, dialog"


def without_frame(body: LexborNode) -> None:
    """Take out menus, trails, notices, adverts and what else stands around a guide.

    Nothing goes for its name, or for being a form, that holds the main heading or half the text.
    """
    marks = [node for node in body.css(_LINKS) if node.text().strip() in ("#", "¶", "🔗")]
    headers = [node for node in body.css("header") if node.css_first("h1, h2, p") is None]
    for node in [*body.css(_UNREAD), *body.css(_FRAME), *headers, *marks]:
        node.decompose()
    half = len(body.text()) // 2
    named = [node for node in body.css(_PARTS) if _is_frame(node)]
    for node in [*body.css("form"), *named]:
        if node.css_first("h1") is None and len(node.text()) <= half:
            node.decompose()


def begin_at_heading(body: LexborNode) -> None:
    """Take out what stands above the page's only main heading, unless that is most of the page."""
    headings = body.css("h1")
    if len(headings) != 1:
        return
    above: list[LexborNode] = []
    node: LexborNode | None = headings[0]
    while node is not None and node.parent is not None and node.tag != "body":
        before = node.prev
        while before is not None:
            above.append(before)
            before = before.prev
        node = node.parent
    if 2 * sum(len(one.text()) for one in above) < len(body.text()):
        for one in above:
            one.decompose()


def _is_frame(node: LexborNode) -> bool:
    attributes = node.attributes
    names = [*(attributes.get("class") or "").split(), attributes.get("id") or ""]
    slugs = [_slug(name) for name in names]
    if any(_NAMED.search(name) for name in slugs):
        return True
    words = node.text()
    if any(_CONSENT.search(name) for name in slugs):
        return _ABOUT_COOKIES.search(words) is not None
    return node.tag in ("p", "span") and _COOKIES.search(words) is not None


def _slug(name: str) -> str:
    """A class or id as lower-case words joined by hyphens: "adSlot__77" gives "ad-slot-77"."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name)
    return re.sub(r"[^a-z0-9]+", "-", apart.casefold()).strip("-")
