"""Imports point down: a package imports from the floors below it, never upwards, never its neighbour."""

import ast
from pathlib import Path

import sitegen

ROOT = Path(sitegen.__file__).parent
FLOORS = (
    ("problems",),
    ("model",),
    ("lexicon", "routes"),
    ("quantities",),
    ("ingest", "store"),
    ("archive",),
    ("render", "export", "search", "checks", "editors"),
    ("build", "engine"),
    ("serve",),
    ("cli",),
    ("__main__",),
)
FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names}


def part_of(module: str) -> str:
    return module.split(".")[1]


def imports_of(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found += (
                [f"{node.module}.{alias.name}" for alias in node.names]
                if node.module == "sitegen"
                else [node.module or ""]
            )
    return [name for name in found if name.startswith("sitegen.") and name != "sitegen.__version__"]


def modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def test_every_part_has_a_floor() -> None:
    parts = {path.relative_to(ROOT).parts[0].removesuffix(".py") for path in modules()} - {"__init__"}

    assert parts <= set(FLOOR)


def test_imports_point_down() -> None:
    wrong = []
    for path in modules():
        own = path.relative_to(ROOT).parts[0].removesuffix(".py")
        for name in imports_of(path):
            other = part_of(name)
            if own != "__init__" and other != own and FLOOR[other] >= FLOOR[own]:
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")

    assert wrong == []


def test_no_circles_inside_a_package() -> None:
    graph = {}
    for path in modules():
        parts = ("sitegen", *path.relative_to(ROOT).with_suffix("").parts)
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        graph[name] = [n for n in imports_of(path) if n != name]
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join([*trail, name])
        if name in done or name not in graph:
            return
        for other in graph[name]:
            visit(other, (*trail, name))
        done.add(name)

    for name in graph:
        visit(name, ())
