"""What two versions of a content folder say differently: pages, facts, texts, problems."""

from sitegen.engine.diff.contents import ContentDiff, compare_contents
from sitegen.engine.diff.folders import FolderDiff, compare_folders
from sitegen.engine.diff.json import format_json
from sitegen.engine.diff.markdown import FITS, format_markdown

__all__ = ["FITS", "ContentDiff", "FolderDiff", "compare_contents", "compare_folders", "format_json", "format_markdown"]
