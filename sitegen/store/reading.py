"""``content/reading.json``: the table that ``sitegen score`` measured last."""

import json
from typing import Any

from sitegen.model.reading import Measure, ReadingScore
from sitegen.problems import Problem
from sitegen.problems.borrowed import tell_json_error
from sitegen.problems.catalogue import make_problem


def write_reading(score: ReadingScore) -> str:
    """Return the JSON text, one measure a line."""
    rows = ({"name": measure.name, "value": measure.value, "count": measure.count} for measure in score.measures)
    measures = ",\n".join(f"  {json.dumps(row)}" for row in rows)
    head = f'"bulletins": {score.bulletins},\n"wrong_places": {score.wrong_places}'
    return f'{{\n{head},\n"measures": [\n{measures}\n]\n}}\n'


def read_reading(text: str, path: str) -> tuple[ReadingScore | None, tuple[Problem, ...]]:
    """Read the JSON text; None where it is none."""
    try:
        raw: dict[str, Any] = json.loads(text)
        measures = tuple(Measure(str(m["name"]), m["value"], int(m["count"])) for m in raw["measures"])
        return ReadingScore(int(raw["bulletins"]), measures, int(raw["wrong_places"])), ()
    except json.JSONDecodeError as error:
        return None, (make_problem("reading-broken", path, error.lineno, error.colno, why=tell_json_error(error)),)
    except (ValueError, KeyError, TypeError) as error:
        return None, (make_problem("reading-broken", path, why=tell_json_error(error)),)
