"""HTML pages -> Markdown."""
