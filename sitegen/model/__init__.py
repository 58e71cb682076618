"""The nouns: frozen records without I/O and without rules over text."""
