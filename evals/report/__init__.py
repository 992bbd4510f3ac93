"""Reports: the same summary for a terminal, a CI job page, a test dashboard and a browser."""
