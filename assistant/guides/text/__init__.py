"""Plain text of pages, mail, slides and print -> Outline."""
