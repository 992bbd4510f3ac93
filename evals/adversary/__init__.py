"""Adversaries: an obedient fake model over the OpenAI protocol, and attacks on language models."""
