"""Rows and lines about pay -> Bands and rates, with the notes to them."""
