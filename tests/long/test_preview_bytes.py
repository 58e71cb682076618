"""The preview answers every address of the archive with the bytes that a build writes there, but for its script."""

from datetime import date
from pathlib import Path

import pytest

from sitegen.build import build
from sitegen.build.rereading import Folders, Rereader
from sitegen.search import write_index

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[2]
DAY = date(2026, 1, 1)


def read_all(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and not file.name.startswith(".sitegen")
    }


def test_every_address_of_the_archive(tmp_path: Path) -> None:
    folders = Folders(ROOT / "content", ROOT / "seeds")
    site = Rereader(folders, "http://localhost:8000").read(DAY).site
    assert site is not None
    routes = site.plan.routes
    result = build(
        folders.content, tmp_path / "public", seeds=folders.seeds, base_url=routes.base_url, drafts=True, now=DAY
    )
    assert result.moved
    written = read_all(tmp_path / "public")

    write_index(site.search_pages(lambda: None), tmp_path)
    served = {f"search-index/{name}": data for name, data in read_all(tmp_path / "search-index").items()}
    for name in written:
        address = routes.base_path + name
        if name not in served:
            data = site.searched.get(address) or site.answer(address)
            served |= {name: data} if data is not None else {}

    assert len(written) > 500
    assert [name for name in written if served.get(name) != written[name]] == []
    assert served.keys() <= written.keys()
