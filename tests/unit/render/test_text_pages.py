"""Pages of an editor's own words: which there are, and in which language each is read."""

from pathlib import Path

import pytest

from sitegen.build import build
from sitegen.model.content import TextPage
from sitegen.render.text_pages import choose_text, list_texts


def pages(*ids: str, empty: tuple[str, ...] = ()) -> dict[str, TextPage]:
    return {page: TextPage(page, page, "" if page in empty else "字。\n") for page in ids}


def test_the_page_about_the_archive_and_pages_without_a_text_are_none_of_them() -> None:
    known = pages("about", "en/about", "how-to", "en/how-to", "thanks", "en/late", "help/search", empty=("thanks",))

    assert list_texts(known) == ("help/search", "how-to", "late")


@pytest.mark.parametrize(
    ("ids", "empty", "language", "expected"),
    [
        (("a", "en/a"), (), "en", ("en/a", "en")),
        (("a", "en/a"), (), "zh-Hans", ("a", "zh-Hans")),
        (("a",), (), "en", ("a", "zh-Hans")),
        (("en/a",), (), "zh-Hans", ("en/a", "en")),
        (("a", "en/a"), ("en/a",), "en", ("a", "zh-Hans")),
        (("a", "en/a"), ("a", "en/a"), "en", ("en/a", "en")),
    ],
)
def test_a_page_is_read_in_the_language_asked_for_where_it_has_a_text(
    ids: tuple[str, ...], empty: tuple[str, ...], language: str, expected: tuple[str, str]
) -> None:
    page, own = choose_text(pages(*ids, empty=empty), "a", language)

    assert page is not None
    assert (page.id, own) == expected


def test_there_may_be_none() -> None:
    assert choose_text({}, "about", "en") == (None, "zh-Hans")


def test_each_has_its_address_in_every_language_and_stands_in_the_footer(tmp_path: Path) -> None:
    for name, text in (
        ("how-to", "---\ntitle: 使用说明\n---\n先读**这里**。\n\n## 一\n\n甲。\n\n## 二\n\n乙。\n"),
        ("en/how-to", "---\ntitle: How to use\n---\nRead this first.\n"),
        ("thanks", "---\ntitle: 致谢\n---\n谢谢。\n"),
        ("later", "---\ntitle: 以后再写\n---\n"),
    ):
        file = tmp_path / f"content/pages/{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert build(tmp_path / "content", tmp_path / "public", base_url="https://example.org/x/").moved

    chinese, english, thanks, home, sitemap = (
        (tmp_path / "public" / name).read_text(encoding="utf-8")
        for name in (
            "pages/how-to/index.html",
            "en/pages/how-to/index.html",
            "en/pages/thanks/index.html",
            "index.html",
            "sitemap.xml",
        )
    )
    assert "<h1>使用说明</h1>" in chinese
    assert "<strong>这里</strong>" in chinese
    assert '<a href="#section-1">一</a>' in chinese
    assert 'content="先读这里。' in chinese
    assert "<h1>How to use</h1>" in english
    assert '<div class="prose" lang="zh-Hans">' in thanks
    assert '<a href="/x/pages/how-to/">使用说明</a>' in home
    assert '<a href="/x/pages/thanks/">致谢</a>' in home
    assert "以后再写" not in home
    assert "https://example.org/x/pages/how-to/" in sitemap
    assert not (tmp_path / "public/pages/later").exists()
