"""Which roles a text names, by every name under which they are known."""
