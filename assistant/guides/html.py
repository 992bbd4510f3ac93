"""An HTML page -> Markdown text, which is kept as the guide's source text."""

from assistant.guides.model import Finding


def html_to_markdown(html: str, source: str) -> tuple[str, list[Finding]]:
    raise NotImplementedError
