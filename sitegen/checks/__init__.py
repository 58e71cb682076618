"""What is wrong in a content folder: problems of single files and over all of them."""

from sitegen.checks.folder import check_content, check_folder

__all__ = ["check_content", "check_folder"]
