"""Decisions of a human reviewer, applied to the tables; requests and replies, published."""

from scripts.review.apply import review

__all__ = ["review"]
