from pathlib import Path

import pytest

from sitegen.archive import relate
from sitegen.build import rendering
from sitegen.build.rendering import Rendering, render_pages
from sitegen.render import default_folder, load_jinja_theme
from sitegen.routes import Routes
from sitegen.store.content import read_content

CONTENT = Path(__file__).parents[2] / "golden" / "content"


def test_several_processes_render_the_same_pages_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    content, _ = read_content(CONTENT)
    whole = Rendering(
        archive=relate(content),
        routes=Routes("https://example.org/x/"),
        jinja_theme=load_jinja_theme(default_folder()),
        data_files=(),
        sources=(),
    )
    alone = list(render_pages(whole, 1))
    monkeypatch.setattr(rendering, "PAGES_A_PROCESS", 10)
    monkeypatch.setattr(rendering, "_BATCH", 7)

    together = list(render_pages(whole, 2))

    assert len(alone) > 20
    assert together == alone
