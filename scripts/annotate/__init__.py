"""Article -> spaCy Doc that covers the whole file, annotated by our components (see docs/architecture.md)."""
