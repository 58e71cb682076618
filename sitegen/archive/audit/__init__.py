"""What looks wrong across reports: numbers that arithmetic, a series or a repetition speaks against."""

from sitegen.archive.audit.table import audit_content

__all__ = ["audit_content"]
