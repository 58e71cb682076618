"""The folder ``.vscode`` of an archive: schemas, settings, snippets, and a task that shows problems in the editor."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen.editors.json_schema import NAMES, make_schema
from sitegen.editors.offered import Offered, read_offered
from sitegen.editors.snippets import make_snippets
from sitegen.problems import Severity
from sitegen.problems.words import Language

FOLDER = ".vscode"
_SEVERITIES = tuple(
    (name, "|".join(level.words.told(language) for language in Language))
    for name, level in (("error", Severity.ERROR), ("warning", Severity.WARNING), ("info", Severity.NOTE))
)
"""VS Code's names, and the words with which ``sitegen check`` begins its messages in each language."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was done with the files of the folder."""

    written: tuple[Path, ...]
    """Made new, or made anew because they say something else now."""
    left: tuple[Path, ...]
    """A person's own, which are not as they would be made and were not touched."""


def write_schemas(folder: Path, content: Path) -> Written:
    """Write ``.vscode`` for an archive; what a person wrote there is never overwritten.

    The schemas and the snippets belong to the program. Settings, tasks and recommended extensions are written where
    there are none yet.

    Args:
        folder: Folder of the archive, which is opened in VS Code.
        content: Its content folder, below it.
    """
    own, shared = make_files(content.resolve().relative_to(folder.resolve()).as_posix(), read_offered(content))
    written, left = [], []
    for name, text in (*own.items(), *shared.items()):
        path = folder / FOLDER / name
        found = path.read_text(encoding="utf-8") if path.is_file() else None
        if found == text:
            continue
        if found is not None and name in shared:
            left.append(path)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return Written(tuple(written), tuple(left))


def make_files(content: str, offered: Offered) -> tuple[dict[str, str], dict[str, str]]:
    """Return the texts of the files by name below ``.vscode``: those of the program, and those that people change.

    Args:
        content: Path of the content folder from the folder that is opened, ``content``.
        offered: The ids and words that the archive has.
    """
    own = {f"schemas/{name}.json": _json(make_schema(name, offered)) for name in NAMES}
    own["sitegen.code-snippets"] = _json(make_snippets(offered))
    shared = {
        "settings.json": _json(_settings(content)),
        "extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
        "tasks.json": _json(_tasks()),
    }
    return own, shared


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _settings(content: str) -> dict[str, Any]:
    parts = ("bulletin", "place", "theme", "practice", "page")
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "yaml.schemas": {
            f"./{FOLDER}/schemas/site.json": f"{content}/site.yaml",
            f"./{FOLDER}/schemas/indicators.json": f"{content}/indicators.yaml",
            f"./{FOLDER}/schemas/seeds-index.json": "seeds/index.yaml",
            f"./{FOLDER}/schemas/report.json": f"{content}/reports/**/*.md",
            **{f"./{FOLDER}/schemas/{part}.json": f"{content}/{part}s/**/*.md" for part in parts},
        },
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
        # A picture that is dragged in or pasted lands where all pictures are.
        "markdown.copyFiles.destination": {f"/{content}/**/*": f"${{documentWorkspaceFolder}}/{content}/images/"},
        "[markdown]": {"editor.quickSuggestions": {"other": "on"}, "editor.wordWrap": "on"},
    }


def _tasks() -> dict[str, Any]:
    """A task that runs ``sitegen check`` and shows its problems where they are, in Markdown files too."""
    matchers = [
        {
            "owner": f"sitegen-{severity}",
            "source": "sitegen",
            "severity": severity,
            "fileLocation": ["autoDetect", "${workspaceFolder}"],
            "pattern": {
                "regexp": rf"^(.+?):(\d+):(\d+): (?:{words})\[([a-z-]+)\][:：]\s*(.*)$",
                "file": 1,
                "line": 2,
                "column": 3,
                "code": 4,
                "message": 5,
            },
        }
        for severity, words in _SEVERITIES
    ]
    task = {
        "label": "检查 sitegen check",
        "type": "shell",
        "command": "sitegen check",
        "group": {"kind": "test", "isDefault": True},
        "presentation": {"reveal": "silent", "clear": True},
        "problemMatcher": matchers,
    }
    return {"version": "2.0.0", "tasks": [task]}
