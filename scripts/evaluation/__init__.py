"""Gold and tables -> figures: how much of what a reader finds in an article the conversion finds too."""

from scripts.evaluation.compare import evaluate
from scripts.evaluation.figures import Evaluation, Figure, Miss
from scripts.evaluation.gold import Gold, read_gold

__all__ = ["Evaluation", "Figure", "Gold", "Miss", "evaluate", "read_gold"]
