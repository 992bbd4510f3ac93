"""What a question takes from the turns before it."""
