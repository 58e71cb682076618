"""Build a site: written beside the old one and moved into place when it is whole."""

from sitegen.build.progress import Progress
from sitegen.build.site import BuildResult, build

__all__ = ["BuildResult", "Progress", "build"]
