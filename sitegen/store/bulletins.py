"""Bulletin files: ``content/bulletins/<stem>.md``."""

from sitegen.model.report import Bulletin
from sitegen.problems import Problem
from sitegen.store.desk import Desk
from sitegen.store.document import read_document, write_document
from sitegen.store.fields import BULLETIN


def write_bulletin(bulletin: Bulletin) -> str:
    """Return the text of a bulletin's file; its preface is the body."""
    return write_document(BULLETIN, bulletin, bulletin.preface)


def read_bulletin(text: str, path: str, stem: str) -> tuple[Bulletin | None, tuple[Problem, ...]]:
    """Read the text of a bulletin's file; None where there is an error."""
    desk = Desk(path, text)
    document = read_document(BULLETIN, text, desk)
    if document is None or desk.failed:
        return None, desk.problems
    values = document.values
    if stem_of(values["file"]) != stem:
        desk.add(
            "path-disagrees", 0, 0, said=f"file: {values['file']}", wanted=f"bulletins/{stem_of(values['file'])}.md"
        )
    return Bulletin(stem=stem, preface=document.body, **values), desk.problems


def stem_of(file: str) -> str:
    """Return the base name of a bulletin's file without its ending."""
    return file.rpartition(".")[0] or file
