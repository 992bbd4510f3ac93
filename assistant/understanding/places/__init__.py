"""Which places a text names, and in which of a guide's regions they lie."""
