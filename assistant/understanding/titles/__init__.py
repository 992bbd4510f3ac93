"""The words that job titles are made of, and titles that no guide bears."""
