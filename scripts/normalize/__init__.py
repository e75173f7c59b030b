"""Findings of documents -> normalized tables with ids and foreign keys."""

from scripts.normalize.tables import normalize

__all__ = ["normalize"]
