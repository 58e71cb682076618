"""``content/site.yaml``: what the archive is called and where it stands."""

from sitegen.model.report import Editor, Settings
from sitegen.problems import Problem
from sitegen.store.desk import Desk
from sitegen.store.document import read_tree
from sitegen.store.fields import SITE
from sitegen.store.fields.editor import EDITOR
from sitegen.store.nodes import Mapping, Node
from sitegen.store.reader import Values, read_group
from sitegen.store.writer import write_group

DEFAULT = Settings(title="乡镇通报档案", description="", base_url="/")
"""What holds where there is no file."""


_NEEDED = {"gitlab": ("app_id",), "gitea": ("api", "app_id")}
"""Keys of the editor without which nobody can sign in, by host."""


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
    editor = values["editor"]
    if editor:
        _check_editor(editor, tree.get("editor") if isinstance(tree, Mapping) else None, desk)
    if desk.failed:
        return DEFAULT, desk.problems
    return Settings(**{**values, "editor": Editor(**editor) if editor else None}), desk.problems


def _check_editor(editor: Values, node: Node | None, desk: Desk) -> None:
    """Find what this host asks for beside the repository."""
    line, column = (node.line, node.column) if node else (1, 0)
    for key in _NEEDED.get(editor["backend"], ()):
        if not editor[key]:
            desk.add("key-missing", line, column, key=key, group=EDITOR.name, example=EDITOR.by_key[key].example)
