"""A file's bytes -> `Article`: decoded text, blocks, metadata."""

from scripts.ingest.article import Limits, read_article
from scripts.ingest.folder import Harvest, read_folder

__all__ = ["Harvest", "Limits", "read_article", "read_folder"]
