"""sitegen: a static site generator for a public archive of Chinese township bulletins."""

__version__ = "0.1.0"
