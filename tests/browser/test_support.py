"""The style sheet and the scripts use what browsers of the last five years have, or do without it by plan."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.node.packages import read_browser_features

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "themes/default/assets"
PLAN = yaml.safe_load((ROOT / "tests/spec/browsers/browsers.yaml").read_text(encoding="utf-8"))
OLDEST: Mapping[str, float] = PLAN["oldest"]

COMMENT = re.compile(r"/\*.*?\*/|(?<![:\w\"'`])//[^\n]*", re.DOTALL)
FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
DECLARATION = re.compile(r"[{;]\s*([a-z-]+)\s*:[^;{}]+(?=[;}])")
PSEUDO = re.compile(r"(?<=[^:])(::?[a-z-]+)")
FUNCTION = re.compile(r"(?<![\w-])([a-z-]+)\(")
FEATURE = re.compile(r"\(\s*([a-z-]+)\s*[:)]")
METHOD = re.compile(r"\??\.([A-Za-z]+)\(")
CLASS = re.compile(r"\bnew ([A-Z][A-Za-z]+)")


@pytest.fixture(scope="module")
def features() -> Mapping[str, Any]:
    """MDN's table of what each browser has since when."""
    return read_browser_features()


def read_styles() -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(ASSETS.glob("*.css")))


def is_old_enough(feature: Mapping[str, Any]) -> bool:
    """Whether all of our oldest browsers have a feature, by its own name."""
    support = feature["__compat"]["support"]
    return all(_since(support.get(browser, {})) <= oldest for browser, oldest in OLDEST.items())


def _since(said: Any) -> float:
    versions = [
        _read_version(one["version_added"])
        for one in (said if isinstance(said, list) else [said])
        if isinstance(one.get("version_added"), str)
        and one["version_added"] != "preview"
        and not {"prefix", "alternative_name", "flags"} & one.keys()
        and ("version_removed" not in one or one.get("partial_implementation"))
    ]
    return min(versions, default=float("inf"))


def _read_version(text: str) -> float:
    """``15.4`` of ``15.4.1``; ``≤37`` is at most 37."""
    return float(re.sub(r"^([\d]+(\.\d+)?).*", r"\1", text.removeprefix("≤")))


def used_in_styles(css: str, table: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield what a style sheet uses, with its entry in the table."""
    css = FONT_FACE.sub("", COMMENT.sub("", css))
    for name in DECLARATION.findall(css):
        if not name.startswith("--"):
            yield name, table["properties"].get(name.removeprefix("-webkit-"), {})
    for prelude in re.findall(r"([^{};]+)\{", css):
        if prelude.strip().startswith("@"):
            name = prelude.split()[0].removeprefix("@")
            rule = table["at-rules"].get(name, {})
            yield f"@{name}", rule
            for feature in FEATURE.findall(prelude) if name == "media" else ():
                yield feature, rule.get(re.sub("^(min|max)-", "", feature), {})
        else:
            for pseudo in PSEUDO.findall(" " + prelude):
                yield pseudo, table["selectors"].get(pseudo.strip(":"), {})


def test_the_style_sheet_needs_no_newer_browser(features: Mapping[str, Any]) -> None:
    css = read_styles()
    used = {name: entry for name, entry in used_in_styles(css, features["css"]) if name not in PLAN["newer"]}

    assert sorted(name for name, entry in used.items() if not (entry and is_old_enough(entry))) == []


def test_the_plan_names_nothing_that_is_not_used_or_is_old(features: Mapping[str, Any]) -> None:
    css = read_styles()
    newer = {name for name, entry in used_in_styles(css, features["css"]) if not (entry and is_old_enough(entry))}

    assert newer == set(PLAN["newer"])


def test_the_style_sheet_computes_with_old_functions_only() -> None:
    css = FONT_FACE.sub("", COMMENT.sub("", read_styles()))
    values = "".join(re.findall(r"(?<=:)[^;{}]+(?=[;}])", css))

    assert set(FUNCTION.findall(values)) - set(PLAN["functions"]) == set()


@pytest.mark.parametrize("script", sorted(ASSETS.glob("*.js")), ids=lambda path: path.name)
def test_a_script_calls_nothing_newer(script: Path, features: Mapping[str, Any]) -> None:
    known = members_by_name(features)
    text = COMMENT.sub("", script.read_text(encoding="utf-8"))
    called = {*METHOD.findall(text), *CLASS.findall(text)}
    newer = {name for name in called & known.keys() if not any(is_old_enough(entry) for entry in known[name])}

    assert newer - set(PLAN["newer_script"]) == set()


def members_by_name(features: Mapping[str, Any]) -> dict[str, list[Mapping[str, Any]]]:
    """Return methods and classes of the language and of pages by name; those of one name together."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for owners in (features["javascript"]["builtins"], features["api"]):
        for owner, members in owners.items():
            for name, entry in {owner: members, **members}.items():
                if isinstance(entry, dict) and "__compat" in entry:
                    found.setdefault(name.removesuffix("_static"), []).append(entry)
    return found


def test_what_is_too_new_is_found(features: Mapping[str, Any]) -> None:
    css = "@media print { p:has(> a) { text-box-trim: both; color: red } } @container (width > 1px) { a { b: c } }"
    newer = {name for name, entry in used_in_styles(css, features["css"]) if not (entry and is_old_enough(entry))}

    assert newer == {":has", "text-box-trim", "@container", "b"}
    assert not any(is_old_enough(entry) for entry in members_by_name(features)["findLast"])
    assert any(is_old_enough(entry) for entry in members_by_name(features)["replaceAll"])
