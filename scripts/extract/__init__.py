"""Annotated Doc -> `Findings`: statements, allegations, sanctions, affiliations, and the actors and places
that they name.
"""

from scripts.extract.document import extract
from scripts.extract.findings import Findings

__all__ = ["Findings", "extract"]
