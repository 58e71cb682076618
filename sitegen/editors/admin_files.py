"""The files below ``/admin/``, Decap's own script aside."""

import json
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from sitegen.editors.decap import Config
from sitegen.model.place import Place
from sitegen.model.report import Report

_PLAIN = ("start.js", "new.js", "new.css")


def make_admin_files(
    config: Config, origins: Iterable[str], title: str, places: Iterable[Place], reports: Iterable[Report]
) -> Iterator[tuple[str, bytes]]:
    """Yield the name below ``/admin/`` and the bytes of each file; ``""`` is the page itself.

    Args:
        config: Decap's configuration.
        origins: The hosts that the editor talks to.
        title: Name of the archive.
        places: Places that a new report may be of.
        reports: All reports that there are, drafts among them.
    """
    blanks = {"title": escape(title), "policy": escape(_policy(origins))}
    for name, page in (("", "index.html"), ("new.html", "new.html")):
        text = _read(page)
        for blank, value in blanks.items():
            text = text.replace(f"{{{{ {blank} }}}}", value)
        yield name, text.encode()
    yield from ((name, _read(name).encode()) for name in _PLAIN)
    yield "config.json", _json(config)
    yield "reports.json", _json(_list_folders(places, tuple(reports)))


def _policy(origins: Iterable[str]) -> str:
    """The policy of the page with Decap, which compiles its checks of the configuration and writes styles of its own.

    Pictures come from wherever the repository's host keeps them.
    """
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob: https:",
            "font-src 'self' data:",
            " ".join(("connect-src 'self' blob:", *origins)),
            "form-action 'self'",
            "base-uri 'none'",
        )
    )


def _list_folders(places: Iterable[Place], reports: tuple[Report, ...]) -> dict[str, object]:
    """Where a report may go, by the name that an editor knows it by, and the paths that are taken."""
    folders: dict[str, tuple[str, str, str]] = {
        place.id: (place.full_name, place.full_name, place.name) for place in sorted(places, key=lambda place: place.id)
    }
    for report in sorted(reports, key=lambda report: report.path):
        folder = report.path.rpartition("/")[0]
        if report.place and report.issuer and folder.rpartition("/")[2].startswith("dept-"):
            folders[folder] = (f"{report.place}：{report.issuer}", report.place, report.issuer)
    listed = [
        {"path": path, "name": name, "place": place, "issuer": issuer}
        for path, (name, place, issuer) in folders.items()
    ]
    return {"folders": listed, "reports": sorted(report.path for report in reports)}


def _read(name: str) -> str:
    return files("sitegen.editors").joinpath("admin", name).read_text(encoding="utf-8")


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
