"""Measures: each a small pure function whose docstring names its source."""
