"""What of an HTML page is its frame and no part of the guide, where no element says so."""

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from assistant.guides.html.html_blocks import words_of
from assistant.guides.html.html_panels import is_links
from assistant.guides.page_words import is_control

_UNREAD = "script, style, template, noscript, svg, iframe, canvas, video, audio"
_FRAME = (
    "nav, footer, [role=navigation], [role=contentinfo], [role=search], [role=dialog],"
    " [role=alertdialog], [aria-label=breadcrumb], [aria-label=Breadcrumb]"
)
#: Names that sites give to parts of their frame, in whole words of a class or an id.
_NAMED = frozenset(
    """
    ad ads advert adverts advertisement advertising breadcrumb breadcrumbs byline catlinks comments
    cookie cookies editsection foot footer gdpr logo masthead mega megamenu menu modal nav navbar
    navbox newsletter popup promo promos respond search searchbar searchbox sidebar sponsored toc
    topbar
    """.split()
)
#: Words that name nothing by themselves: "site-footer-wrapper" is a footer.
_HARMLESS = frozenset(
    """
    banner bar block bottom box comment container crumb desktop fixed global header inner left main
    mobile mw notice outer overlay page primary right root secondary signup site slot sticky
    top unit widget widgets wrap wrapper
    """.split()
)
_OTHER_PAGES = re.compile(r"(?:related|similar)-(?:posts?|articles?|pages?|links?)(?:-\w+)?")
_SHARING = re.compile(
    r"(?:share|sharing)|(?:share|sharing|social)(?:-(?:links?|buttons?|bar|icons?|media|this|tools))+"
)
#: With one of these words among others, as "sidebar-route", only what a part holds can tell.
_DOUBTFUL = re.compile(
    rf"(?:^|-)(?:{'|'.join(sorted(_NAMED))}|related|similar|share|sharing|social)(?:-|$)"
)
_CONSENT = re.compile(r"(?:^|-)(?:cookies?|gdpr|consent|privacy)(?:-|$)")
_COOKIES = re.compile(
    r"\b(?:we|(?:this|our) (?:web)?site)(?: \w+){0,4}? uses? (?:\w+ ){0,3}cookies\b"
    r"|\bcookies on (?:this|our)\b",
    re.IGNORECASE,
)
_ABOUT_COOKIES = re.compile(r"\bcookies?\b", re.IGNORECASE)
_CHOICE = re.compile(
    r"\b(?:consent|accept\w*|settings|preferences|policy|(?:web)?sites?|this page)\b", re.IGNORECASE
)
_PRIVACY = re.compile(r"\b(?:value|respect|care about) your privacy\b", re.IGNORECASE)
#: What a list of tabs has none of, unless their panels stand in it.
_TOLD = "[role=tabpanel], p, table, h1, h2, h3, dl"
_LINKS = "h1 a, h2 a, h3 a, h4 a, h5 a, h6 a"
#: What a menu above the guide stands above.
_BEGINS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "p"))
#: What else may hold the links of a menu.
_LINKED = frozenset(("td", "p"))
#: One of these at least stands in a menu; a list of skills has none.
_IN_MENU = re.compile(
    r"(?:about|contact)(?: us)?|home(?:page)?|careers?|jobs|vacancies|news|events|blog|search|menu"
    r"|help|log ?in|sign in|register|my account|(?:our )?services|our (?:work|people|team)",
    re.IGNORECASE,
)
_FEWEST_IN_MENU = 3
_LONGEST_IN_MENU = 4
_PARTS = "div, section, aside, header, ul, ol, p, span, figure, dialog"


def without_frame(body: LexborNode) -> None:
    """Take out menus, trails, notices, adverts and what else stands around a guide.

    Nothing goes for its name, or for being a form, that holds the main heading or half the text.
    """
    marks = [node for node in body.css(_LINKS) if node.text().strip() in ("#", "¶", "🔗")]
    headers = [node for node in body.css("header") if node.css_first("h1, h2, p") is None]
    tabs = [node for node in body.css("[role=tablist]") if node.css_first(_TOLD) is None]
    for node in [*body.css(_UNREAD), *body.css(_FRAME), *headers, *marks, *tabs]:
        node.decompose()
    half = len(body.text()) // 2
    named = [node for node in body.css(_PARTS) if _is_frame(node)]
    named += [node for node in body.css("aside") if _is_contents(node)]
    for node in [*body.css("form"), *named]:
        _take_out(node, half)
    for node in _menus_above(body):
        _take_out(node, half)


def _take_out(node: LexborNode, most: int) -> None:
    if node.css_first("h1") is None and len(node.text()) <= most:
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


def _menus_above(body: LexborNode) -> list[LexborNode]:
    """The lists of links, or of names under no words, above all headings and paragraphs.

    A cell of a page's layout, or a paragraph, may hold such links too.
    """
    menus: list[LexborNode] = []
    for node in body.traverse():
        if node.tag in _LINKED and len(node.css("a")) >= _FEWEST_IN_MENU and is_links(node):
            menus.append(node)
        elif node.tag in _BEGINS and not _lies_in(node, menus):
            return menus
        elif node.tag == "ul" and len(node.css("li")) >= _FEWEST_IN_MENU and _is_menu(node):
            menus.append(node)
    return []


def _lies_in(node: LexborNode, others: Sequence[LexborNode]) -> bool:
    around = node.parent
    while around is not None and around.tag != "body":
        if any(around == one for one in others):
            return True
        around = around.parent
    return False


def _is_menu(node: LexborNode) -> bool:
    if is_links(node):
        return True
    own = [" ".join(item.text(deep=False).split()) for item in node.css("li")]
    short = all(len(words.split()) <= _LONGEST_IN_MENU for words in own)
    if not short or re.search(r"[\d£:;,.!]", node.text()):
        return False
    return any(map(_IN_MENU.fullmatch, own)) and not _is_introduced(node)


def _is_introduced(node: LexborNode) -> bool:
    """Whether words stand right above an element that are neither links nor a button's."""
    around: LexborNode | None = node
    while around is not None and around.tag != "body":
        before = around.prev
        while before is not None:
            words = (before.text_content or "") if before.is_text_node else words_of(before)
            if words.strip():
                return before.is_text_node or not (is_links(before) or is_control(words))
            before = before.prev
        around = around.parent
    return False


def _is_frame(node: LexborNode) -> bool:
    """Whether a part's name says that it is of the frame, and what it holds does not deny it."""
    attributes = node.attributes
    names = [*(attributes.get("class") or "").split(), attributes.get("id") or ""]
    slugs = [_slug(name) for name in names]
    if any(_names_frame(name) for name in slugs):
        return True
    if any(_DOUBTFUL.search(name) for name in slugs) and _holds_links(node):
        return True
    words = " ".join(node.text(separator=" ").split())
    if any(_CONSENT.search(name) for name in slugs):
        return _is_notice(words)
    return node.tag in ("p", "span") and bool(_COOKIES.search(words)) and _is_notice(words)


def _holds_links(node: LexborNode) -> bool:
    """Whether an element holds links and little else below the headings that say to what."""
    heads = sum(len(head.text().strip()) for head in node.css("h2, h3, h4, h5, h6"))
    within = sum(len(link.text().strip()) for link in node.css(_LINKS))
    linked = sum(len(link.text().strip()) for link in node.css("a")) - within
    words = len(re.sub(r"\s", "", node.text())) - heads
    return linked > 0 and 5 * linked > 4 * words


def _is_contents(node: LexborNode) -> bool:
    """Whether a box holds links to parts of its own page alone, below what heads them."""
    links = node.css("a")
    own = len(links) > 1 and all((a.attributes.get("href") or "").startswith("#") for a in links)
    return own and _holds_links(node)


def _names_frame(name: str) -> bool:
    """Whether a name is one of the frame's, with nothing beside it that means anything."""
    if _OTHER_PAGES.fullmatch(name) or _SHARING.fullmatch(name):
        return True
    words = {word for word in name.split("-") if not re.search(r"\d", word)}
    return bool(words & _NAMED) and words <= _NAMED | _HARMLESS


def _is_notice(words: str) -> bool:
    """Whether a text asks what a site may keep of its visitors, and tells of no baked cookies."""
    asked = _ABOUT_COOKIES.search(words) is not None and _CHOICE.search(words) is not None
    return asked or _PRIVACY.search(words) is not None


def _slug(name: str) -> str:
    """A class or id as lower-case words joined by hyphens: "adSlot__77" gives "ad-slot-77"."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name)
    return re.sub(r"[^a-z0-9]+", "-", apart.casefold()).strip("-")
