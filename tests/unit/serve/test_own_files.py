import pytest

from sitegen.serve.own_files import find_own_files


@pytest.mark.parametrize(
    ("path", "files"),
    [
        ("", ["site.yaml"]),
        ("reports/a/b/2023/", ["reports/a/b/2023.md"]),
        ("reports/a/b/2023/cite/", ["reports/a/b/2023.md"]),
        ("reports/a/b/2023/cite/2/", ["reports/a/b/2023.md"]),
        ("reports/a/b/2023/index.html", ["reports/a/b/2023.md"]),
        ("places/a/b/", ["places/a/b.md"]),
        ("bulletins/%E4%B8%80/", ["bulletins/一.md"]),
        ("indicators/tax/", ["indicators.yaml"]),
        ("about/", ["pages/about.md"]),
        ("pages/how/", ["pages/how.md"]),
        ("en/", ["pages/en/.md", "site.yaml"]),
        ("en/about/", ["pages/en/about.md", "pages/about.md"]),
        ("en/pages/how/", ["pages/en/how.md", "pages/how.md"]),
        ("en/places/a/", ["pages/en/places/a.md", "places/a.md"]),
    ],
)
def test_the_files_of_a_page(path: str, files: list[str]) -> None:
    assert list(find_own_files(path, ("zh-Hans", "en"))) == files
