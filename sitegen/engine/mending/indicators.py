"""``indicators.yaml``: names of themes to ids."""

import yaml

from sitegen.checks.subject import Known
from sitegen.engine.mending.draft import Filling
from sitegen.engine.mending.report import Filled
from sitegen.store.desk import Desk
from sitegen.store.document import read_tree
from sitegen.store.edits import Edit, apply_edits, plain_text
from sitegen.store.nodes import Sequence
from sitegen.store.theme_names import theme_ids
from sitegen.store.yaml_spans import set_value
from sitegen.store.yaml_text import scalar


def mend_indicators(original: str, known: Known) -> tuple[str, tuple[Filled, ...]]:
    """Return the text of ``indicators.yaml`` with the id for each theme that stands there with its name."""
    text = plain_text(original)
    if not isinstance(read_tree(text, 1, Desk("", text)), Sequence):
        return original, ()
    ids = theme_ids(known.themes.values())
    edits: list[Edit] = []
    filled: list[Filled] = []
    root = yaml.compose(text, yaml.BaseLoader)
    for number, item in enumerate(root.value if root else ()):
        for key, value in item.value if isinstance(item, yaml.MappingNode) else ():
            said = value.value if isinstance(value, yaml.ScalarNode) and key.value == "theme" else ""
            found = ids.get(said, ids.get(said.lower()))
            if found:
                edits.append(set_value(text, value, scalar(found)))
                filled.append(Filled(value.start_mark.line + 1, Filling(("", number), "theme", found, said)))
    return apply_edits(original, edits), tuple(filled)
