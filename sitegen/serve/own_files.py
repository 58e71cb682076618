"""Which files of the content a page is made from first: what an editor of the page has open."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

_FOLDERS = ("bulletins", "places", "themes", "practices")
_CITE = re.compile(r"/cite(/\d+)?$")


def find_own_files(path: str, languages: Iterable[str]) -> Iterator[str]:
    """Yield the files of a page, below the content folder, whether or not they are there.

    Args:
        path: The page's address below the base path: ``reports/a/b/2023/``, ``en/about/``.
        languages: Codes of the languages that the site has.
    """
    path = unquote(path).removesuffix("index.html").strip("/")
    first, _, rest = path.partition("/")
    if first in languages:
        yield f"pages/{first}/{rest.removeprefix('pages/')}.md"
        path = rest
    part, _, name = path.partition("/")
    if part == "reports" and name:
        yield f"reports/{_CITE.sub('', name)}.md"
    elif part in _FOLDERS and name:
        yield f"{part}/{name}.md"
    elif part == "indicators":
        yield "indicators.yaml"
    elif path:
        yield f"pages/{path.removeprefix('pages/')}.md"
    else:
        yield "site.yaml"
