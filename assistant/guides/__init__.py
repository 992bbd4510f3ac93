"""Reading role guides: files of several formats become Guides whose every offset is exact."""
