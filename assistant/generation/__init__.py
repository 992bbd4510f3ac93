"""A language model's words for what the guides say: prompted, streamed, checked, never trusted."""
