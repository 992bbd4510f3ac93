"""Linting: the checks of the data, a family a file."""
