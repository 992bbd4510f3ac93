"""Judging by a model: optional, off by default, checked against labels before it is believed."""
