"""A careers assistant that answers from role guides, with an exact quote for every claim."""
