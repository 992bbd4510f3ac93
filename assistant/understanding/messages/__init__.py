"""A message as people write it -> its questions, and what is told around them."""
