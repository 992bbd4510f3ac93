"""Markdown -> Outline."""
