"""The configuration of the browser editor follows the fields, and keeps from Decap what it would spoil."""

from dataclasses import replace
from typing import Any

import pytest

from sitegen.editors.admin_files import make_admin_files
from sitegen.editors.decap import LOCAL_SERVER, list_origins, make_config
from sitegen.editors.offered import offer_lexicon
from sitegen.model.report import Editor
from sitegen.store.fields import REPORT, STAT
from sitegen.store.site import read_site

EDITOR = Editor("owner/archive")
OFFERED = offer_lexicon()


def config(editor: Editor = EDITOR, *, local: bool = False) -> dict[str, Any]:
    return make_config(editor, OFFERED, content="content", address="https://archive.example/", local=local)


def fields(collection: str) -> dict[str, dict[str, Any]]:
    found = next(one for one in config()["collections"] if one["name"] == collection)
    return {field["name"]: field for field in found["fields"]}


def test_a_report_has_its_fields_in_the_order_of_the_writer() -> None:
    stats = fields("reports")["stats"]["fields"]

    assert list(fields("reports")) == [*REPORT.by_key, "body"]
    assert [field["name"] for field in stats] == list(STAT.by_key)


def test_every_field_is_called_and_explained_in_chinese() -> None:
    for collection in config()["collections"]:
        for field in collection.get("fields") or collection["files"][0]["fields"]:
            assert field["label"], field["name"]
            assert field["hint"], field["name"]


def test_what_only_the_program_writes_is_hidden() -> None:
    stat = {field["name"]: field for field in fields("reports")["stats"]["fields"]}

    assert fields("reports")["source"]["widget"] == "hidden"
    assert stat["id"]["widget"] == "hidden"
    assert fields("bulletins")["sha256"]["widget"] == "hidden"


def test_the_body_is_plain_text() -> None:
    assert {fields(name)["body"]["widget"] for name in ("reports", "places", "themes", "pages")} == {"text"}


def test_lists_of_texts_are_not_split_at_commas() -> None:
    assert fields("reports")["captions"]["field"]["widget"] == "string"


def test_closed_vocabularies_are_chosen_from() -> None:
    stat = {field["name"]: field for field in fields("reports")["stats"]["fields"]}

    assert [option["value"] for option in stat["kind"]["options"]] == ["change", "completion", "rank"]
    assert stat["theme"]["options"][0] == {"label": "党建引领（party-building）", "value": "party-building"}
    assert fields("reports")["themes"]["multiple"] is True


def test_the_list_of_indicators_is_not_offered() -> None:
    files = [file["file"] for one in config()["collections"] for file in one.get("files", [])]

    assert files == ["content/site.yaml"]


def test_nothing_is_deleted_and_paths_are_not_made_up() -> None:
    made = [one["name"] for one in config()["collections"] if one.get("create")]

    assert all(one.get("delete") is not True for one in config()["collections"])
    assert made == ["reports", "themes"]


def test_a_server_on_this_machine_counts_in_a_preview_only() -> None:
    assert "local_backend" not in config()
    assert config(local=True)["local_backend"] == {"url": f"{LOCAL_SERVER}/api/v1"}
    assert LOCAL_SERVER not in list_origins(EDITOR, local=False)
    assert LOCAL_SERVER in list_origins(EDITOR, local=True)


def test_what_site_yaml_says_reaches_the_backend() -> None:
    text = "title: 某\neditor: {repository: a/b, backend: gitea, branch: site, review: true, \
api: https://git.example.org/api/v1, app_id: x1}\n"
    settings, problems = read_site(text, "content/site.yaml")
    assert problems == ()
    assert settings.editor
    made = config(settings.editor)

    assert made["publish_mode"] == "editorial_workflow"
    assert made["backend"] == {
        "name": "gitea",
        "repo": "a/b",
        "branch": "site",
        "api_root": "https://git.example.org/api/v1",
        "auth_type": "pkce",
        "app_id": "x1",
    }
    assert list_origins(settings.editor, local=False) == ("https://git.example.org",)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("{repository: archive}", "value-wrong"),
        ("{backend: github}", "key-missing"),
        ("{repository: a/b, backend: svn}", "choice-unknown"),
        ("{repository: a/b, backend: gitlab}", "key-missing"),
        ("{repository: a/b, sign_in: 'http://x'}", "value-wrong"),
        ("on", "value-form"),
    ],
)
def test_what_nobody_could_sign_in_with_is_a_problem(said: str, code: str) -> None:
    _, problems = read_site(f"title: 某\neditor: {said}\n", "content/site.yaml")

    assert [problem.code for problem in problems] == [code]


def test_the_policy_of_the_page_allows_its_hosts_and_no_other() -> None:
    editor = replace(EDITOR, sign_in="https://sign-in.example.org/x")
    made = dict(make_admin_files({}, list_origins(editor, local=False), "某<档案>", [], []))
    page = made[""].decode()

    assert "https://api.github.com https://www.githubstatus.com https://sign-in.example.org;" in page
    assert "default-src &#x27;none&#x27;" in page
    assert "某&lt;档案&gt;" in page
    assert 'content="noindex, nofollow"' in page
    assert "</head>" not in page
