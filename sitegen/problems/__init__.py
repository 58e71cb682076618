"""What a person can mend: problems as values, gathered and shown all at once."""

from sitegen.problems.problem import Problem, Severity, exit_status, sort_problems

__all__ = ["Problem", "Severity", "exit_status", "sort_problems"]
