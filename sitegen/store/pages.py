"""Pages that editors write: ``content/pages/<id>.md``."""

from sitegen.model.content import TextPage
from sitegen.problems import Problem
from sitegen.store.desk import Desk
from sitegen.store.document import read_document, write_document
from sitegen.store.fields import PAGE


def write_page(page: TextPage) -> str:
    """Return the text of a page's file."""
    return write_document(PAGE, page, page.body)


def read_page(text: str, path: str, page_id: str) -> tuple[TextPage | None, tuple[Problem, ...]]:
    """Read the text of a page's file; None where there is an error."""
    desk = Desk(path, text)
    document = read_document(PAGE, text, desk)
    if document is None or desk.failed:
        return None, desk.problems
    if not document.body.strip():
        desk.add("page-empty")
    return TextPage(id=page_id, title=document.values["title"], body=document.body), desk.problems
