"""Show the site on this machine while people edit its content."""

from sitegen.serve.preview import serve

__all__ = ["serve"]
