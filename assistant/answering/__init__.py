"""Query and passages -> an answer: evidence, pay rows, lists, wording."""
