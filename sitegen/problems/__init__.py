"""What a person can mend: problems as values, gathered and shown all at once."""

from sitegen.problems.problem import Problem, Severity, exit_status, sort_problems
from sitegen.problems.words import Language, ReasonError, Words

__all__ = ["Language", "Problem", "ReasonError", "Severity", "Words", "exit_status", "sort_problems"]
