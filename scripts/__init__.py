"""Structured dataset publisher: articles about conflict -> attributed, grounded, versioned tables."""
