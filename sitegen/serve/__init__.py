"""Show the site on this machine while people edit its content."""

from sitegen.serve.preview import Teller, serve

__all__ = ["Teller", "serve"]
