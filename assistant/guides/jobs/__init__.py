"""Which job a page is about, by its title and its first lines."""
