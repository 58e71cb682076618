"""Place files: ``content/places/<place id>.md``."""

from sitegen.model.place import Place, PlaceLevel
from sitegen.model.terms import PlaceId
from sitegen.problems import Problem
from sitegen.store.desk import Desk
from sitegen.store.document import read_document, write_document
from sitegen.store.fields import PLACE

_LEVELS = tuple(PlaceLevel)


def write_place(place: Place) -> str:
    """Return the text of a place's file; what an editor wrote about it is the body."""
    return write_document(PLACE, place, place.text)


def read_place(text: str, path: str, place_id: PlaceId) -> tuple[Place | None, tuple[Problem, ...]]:
    """Read the text of a place's file; its level follows from the depth of its id. None where there is an error."""
    desk = Desk(path, text)
    document = read_document(PLACE, text, desk)
    depth = place_id.count("/")
    if depth >= len(_LEVELS):
        desk.add("place-too-deep", 0, 0, id=place_id)
    if document is None or desk.failed:
        return None, desk.problems
    values = document.values
    if not values["full_name"].endswith(values["name"]):
        node = document.tree.get("full_name") if document.tree else None
        desk.add(
            "place-names-differ",
            node.line if node else 1,
            node.column if node else 0,
            mark=values["full_name"],
            name=values["name"],
            full_name=values["full_name"],
        )
    return Place(id=place_id, level=_LEVELS[depth], text=document.body, **values), desk.problems
