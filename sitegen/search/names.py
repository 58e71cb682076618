"""``names.json``: what the search box suggests, and the names by which a question is understood.

Each name comes with its readings, ``xi hu`` and, where characters have two of them, ``xi hu|qi hu``. Places stand as in
``reports.json``, whose ``mark`` the file carries.
"""

import json
from collections.abc import Iterable

from sitegen.archive import Archive
from sitegen.lexicon.pinyin import read_aloud
from sitegen.lexicon.questions import load_question_words
from sitegen.model.terms import PlaceId
from sitegen.search.reports import PRACTICES, format_json
from sitegen.search.simplified import format_pairs, load_simplified


def format_names(archive: Archive, mark: str, shards: int) -> bytes:
    """Return the file.

    Args:
        archive: What is public.
        mark: Of the files of reports.
        shards: How many files of facts there are.
    """
    before, after = load_question_words()
    lists = _list_names(archive)
    used = set(json.dumps(lists, ensure_ascii=False))
    return format_json(
        {
            "mark": mark,
            "shards": shards,
            "before": before,
            "after": after,
            "same": format_pairs(sorted(used & load_simplified().keys())),
            **lists,
        }
    )


def _list_names(archive: Archive) -> dict[str, list[list[str]]]:
    return {
        "places": [_describe_place(archive, place) for place in archive.places],
        "themes": [
            [theme, entry.theme.label, entry.theme.label_en, _spell(entry.theme.label)]
            for theme, entry in archive.themes.items()
            if entry.reports
        ],
        "indicators": [
            [
                series,
                e.series.name,
                e.series.name_en,
                _spell(e.series.name),
                *_others(e.series.name, e.series.aliases),
            ]
            for series, e in archive.indicators.items()
        ],
        "practices": [
            [practice, e.practice.name, _spell(e.practice.name), *_others(e.practice.name, e.practice.aliases)]
            for practice, e in list(archive.practices.items())[:PRACTICES]
        ],
    }


def _describe_place(archive: Archive, place: PlaceId) -> list[str]:
    entry = archive.places[place].place
    return [_spell(entry.name), *entry.former_names]


def _spell(name: str) -> str:
    return "|".join(" ".join(way) for way in read_aloud(name))


def _others(name: str, aliases: Iterable[str]) -> list[str]:
    """Return the aliases that typing the name or a part of it would not find."""
    return [alias for alias in aliases if alias not in name]
