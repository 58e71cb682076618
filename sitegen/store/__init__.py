"""Content files: Markdown with front matter to records and back; the one Markdown set-up."""
