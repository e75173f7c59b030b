"""Rows -> CSV, Parquet, descriptor, checksums: one version, whole or not at all."""

from scripts.publish.canonical import logical_hash
from scripts.publish.version import publish, read_version

__all__ = ["logical_hash", "publish", "read_version"]
