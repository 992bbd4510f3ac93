"""What stands around an element of an HTML page, and elements that are made with words of it."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

#: What is a part of something else on its page, whatever it looks like.
PARTS = frozenset("a button dd dt figcaption label li summary table td th".split())


def attributes_of(node: LexborNode) -> str:
    """An element's attributes as they stand in its tag."""
    return "".join(f' {name}="{value or ""}"' for name, value in node.attributes.items())


def above(node: LexborNode) -> Iterator[LexborNode]:
    """The elements that a node stands in, the nearest first."""
    around = node.parent
    while around is not None:
        yield around
        around = around.parent


def next_to(node: LexborNode, *, forwards: bool) -> LexborNode | None:
    """What stands right after a node or right before it, other than white space."""
    found = node.next if forwards else node.prev
    while found is not None and (
        found.is_comment_node or (found.is_text_node and not (found.text_content or "").strip())
    ):
        found = found.next if forwards else found.prev
    return found


def beside(node: LexborNode, *, forwards: bool) -> LexborNode | None:
    """The element right after a node or right before it; None where words stand between."""
    found = next_to(node, forwards=forwards)
    return None if found is None or found.is_text_node else found


def made(tag: str, inner: str | LexborNode) -> LexborNode:
    """A new element that holds some words, or another element."""
    node = LexborHTMLParser(f"<{tag}></{tag}>").css(tag)[0]
    node.insert_child(inner)
    return node


def bold_line(words: str) -> LexborNode:
    """A paragraph of bold words, which may head what stands below it."""
    return made("p", made("b", words))
