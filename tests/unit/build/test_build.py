import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.build import build
from sitegen.build import fill as fill_module
from sitegen.problems import Words, exit_status
from sitegen.search import IndexingError

ReadSite = Callable[[Path], dict[str, bytes]]
REPORT = "reports/jiashu/yi/qingxi-zhen/2023"


def codes_of(result: object) -> list[str]:
    return [problem.code for problem in result.problems]  # type: ignore[attr-defined]


def indexed_addresses(out: Path) -> list[str]:
    texts = out / "search-index/text"
    return sorted(f"/{file.relative_to(texts).with_suffix('').as_posix()}/" for file in texts.rglob("*.json"))


def break_report(root: Path) -> None:
    file = root / "content" / f"{REPORT}.md"
    file.write_text(file.read_text(encoding="utf-8").replace("issuer: 清溪镇", "issuer: [清溪镇"), encoding="utf-8")


def test_every_kind_of_file_is_there(root: Path, read_site: ReadSite) -> None:
    result = build(root / "content", root / "public")

    made = read_site(root / "public")
    expected = {
        "index.html",
        f"{REPORT}/index.html",
        "bulletins/a1/index.html",
        "bulletins/a1/source.txt",
        "places/jiashu/yi/qingxi-zhen/index.html",
        "themes/economy/feed.xml",
        "search/index.html",
        "search-index/index.json",
        "data/stats.csv",
        "feed.xml",
        "sitemap.xml",
        "robots.txt",
        "404.html",
        "assets/search.js",
    }

    assert result.moved
    assert not result.problems
    assert expected <= set(made)


def test_reports_and_bulletins_are_searched(root: Path) -> None:
    build(root / "content", root / "public")

    expected = ["/bulletins/a1/", "/reports/jiashu/yi/qingxi-zhen/2022/", f"/{REPORT}/"]

    assert expected == indexed_addresses(root / "public")


def test_the_source_is_there_byte_for_byte(root: Path) -> None:
    build(root / "content", root / "public")

    expected = (root / "seeds/a1.txt").read_bytes()

    assert expected == (root / "public/bulletins/a1/source.txt").read_bytes()


def test_a_source_that_is_missing_is_left_out(root: Path) -> None:
    result = build(root / "content", root / "public", seeds=root / "nowhere")

    assert result.moved
    assert not result.problems
    assert not (root / "public/bulletins/a1/source.txt").exists()


def test_a_source_that_was_changed_is_left_out_with_a_warning(root: Path) -> None:
    (root / "seeds/a1.txt").write_text("something else", encoding="utf-8")

    result = build(root / "content", root / "public")

    assert codes_of(result) == ["source-changed"]
    assert not (root / "public/bulletins/a1/source.txt").exists()


def test_below_a_base_path(root: Path, read_site: ReadSite) -> None:
    build(root / "content", root / "public", base_url="https://example.org/x/")

    made = read_site(root / "public")
    sitemap = made["sitemap.xml"].decode()

    assert f"{REPORT}/index.html" in made
    assert f"<loc>https://example.org/x/{REPORT}/</loc>" in sitemap
    assert 'href="/' in made["index.html"].decode()
    assert 'href="/reports' not in made["index.html"].decode()
    assert 'data-index="/x/search-index/"' in made["search/index.html"].decode()


def test_drafts_are_nowhere(root: Path, read_site: ReadSite) -> None:
    file = root / "content" / f"{REPORT}.md"
    text = file.read_text(encoding="utf-8").replace("---\n## ", "draft: true\n---\n## ")
    file.write_text(text, encoding="utf-8")

    build(root / "content", root / "public")

    made = read_site(root / "public")
    readable = {name: data for name, data in made.items() if not name.startswith("search-index/")}

    assert f"{REPORT}/index.html" not in made
    assert [name for name, data in readable.items() if "12公里".encode() in data] == []
    assert f"/{REPORT}/" not in indexed_addresses(root / "public")


def test_the_same_bytes_whatever_the_environment(root: Path, read_site: ReadSite) -> None:
    program = "import sys; from pathlib import Path; from sitegen.build import build; build(*map(Path, sys.argv[1:]))"
    sites = []
    for number, settings in enumerate(
        (
            {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C", "PYTHONUTF8": "0"},
            {"PYTHONHASHSEED": "2", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "TMPDIR": str(root)},
        )
    ):
        out = root / f"site-{number}" / "public"
        command = [sys.executable, "-c", program, str(root / "content"), str(out)]
        subprocess.run(command, env={**os.environ, **settings}, check=True)
        sites.append(read_site(out))

    assert sites[0] == sites[1]


def test_a_report_with_an_error_keeps_its_page(root: Path) -> None:
    build(root / "content", root / "public")
    before = (root / "public" / REPORT / "index.html").read_bytes()
    break_report(root)

    result = build(root / "content", root / "public")

    kept = [problem for problem in result.problems if problem.code == "report-kept"]
    assert result.moved
    assert exit_status(result.problems) == 1
    assert [problem.path for problem in kept] == [str(root / "content" / f"{REPORT}.md")]
    assert before == (root / "public" / REPORT / "index.html").read_bytes()
    assert f"/{REPORT}/" in indexed_addresses(root / "public")
    assert f"/{REPORT}/" in (root / "public/sitemap.xml").read_text(encoding="utf-8")


def test_a_kept_page_keeps_how_one_cites_it(root: Path, read_site: ReadSite) -> None:
    build(root / "content", root / "public")
    before = read_site(root / "public" / REPORT)
    break_report(root)

    build(root / "content", root / "public")

    assert {"cite/index.html", "cite.bib", "cite.ris", "cite.json"} < before.keys()
    assert before == read_site(root / "public" / REPORT)
    assert "/cite/" not in (root / "public/sitemap.xml").read_text(encoding="utf-8")


def test_a_report_that_was_deleted_has_no_page(root: Path) -> None:
    build(root / "content", root / "public")
    (root / "content" / f"{REPORT}.md").unlink()

    build(root / "content", root / "public")

    assert not (root / "public" / REPORT).exists()


def test_strict_moves_nothing_where_there_is_an_error(root: Path, read_site: ReadSite) -> None:
    build(root / "content", root / "public")
    before = read_site(root / "public")
    break_report(root)

    result = build(root / "content", root / "public", strict=True)

    assert not result.moved
    assert before == read_site(root / "public")


def test_strict_moves_nothing_where_there_is_a_warning(root: Path) -> None:
    (root / "seeds/a1.txt").write_text("something else", encoding="utf-8")

    result = build(root / "content", root / "public", strict=True)

    assert not result.moved
    assert not (root / "public").exists()


def fail_to_index(*args: object, **further: object) -> int:
    raise IndexingError(Words("no index today", "今天没有索引"))


def break_off(*args: object, **further: object) -> int:
    raise KeyboardInterrupt


def test_a_failed_build_leaves_the_last_site(root: Path, read_site: ReadSite, monkeypatch: pytest.MonkeyPatch) -> None:
    build(root / "content", root / "public")
    before = read_site(root)
    monkeypatch.setattr(fill_module, "write_index", fail_to_index)

    result = build(root / "content", root / "public")

    assert not result.moved
    assert codes_of(result) == ["search-failed"]
    assert before == read_site(root)


def test_a_build_that_is_broken_off_leaves_the_last_site(
    root: Path, read_site: ReadSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(root / "content", root / "public")
    before = read_site(root)
    monkeypatch.setattr(fill_module, "write_index", break_off)

    with pytest.raises(KeyboardInterrupt):
        build(root / "content", root / "public")

    assert before == read_site(root)


def test_a_wrong_template_is_named(root: Path) -> None:
    look = root / "look"
    (look / "templates").mkdir(parents=True)
    (look / "assets").mkdir()
    (look / "strings").mkdir()
    (look / "jinja-theme.toml").write_text('name = "look"\n', encoding="utf-8")
    (look / "strings/zh-Hans.yaml").write_text("a: b\n", encoding="utf-8")

    result = build(root / "content", root / "public", jinja_theme=look)

    assert codes_of(result) == ["jinja-theme-broken"]
    assert not (root / "public").exists()


def test_steps_are_told_in_order(root: Path) -> None:
    told: list[tuple[str, int, int]] = []

    build(root / "content", root / "public", progress=lambda *step: told.append(step))

    assert list(dict.fromkeys(step for step, _, _ in told)) == ["content", "pages", "search", "moving"]
    assert all(done < total for _, done, total in told)
