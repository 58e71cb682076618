"""Build a site: written beside the old one and moved into place when it is whole."""

from sitegen.build.site import BuildResult, Progress, build

__all__ = ["BuildResult", "Progress", "build"]
