"""``content/site.yaml``: what the archive is called and where it stands."""

from sitegen.model.report import Settings
from sitegen.problems import Problem
from sitegen.store.desk import Desk
from sitegen.store.document import read_tree
from sitegen.store.fields import SITE
from sitegen.store.reader import read_group
from sitegen.store.writer import write_group

DEFAULT = Settings(title="乡镇通报档案", description="", base_url="/")
"""What holds where there is no file."""


def write_site(settings: Settings) -> str:
    """Return the text of the file."""
    return write_group(SITE, settings)


def read_site(text: str, path: str) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the text of the file; the default where there is an error."""
    desk = Desk(path, text)
    tree = read_tree(text, 1, desk)
    if desk.failed:
        return DEFAULT, desk.problems
    values = read_group(SITE, tree, desk)
    return (DEFAULT if desk.failed else Settings(**values)), desk.problems
