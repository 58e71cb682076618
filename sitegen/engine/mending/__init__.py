"""Content files mended: what can be worked out is filled in, and whole files are brought into canonical form."""

from sitegen.engine.mending.files import replace_file
from sitegen.engine.mending.folder import MendedFile, NotContentError, find_mendings
from sitegen.engine.mending.report import Filled

__all__ = ["Filled", "MendedFile", "NotContentError", "find_mendings", "replace_file"]
