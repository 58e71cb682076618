"""A citation as ``meta`` elements, from which Zotero and other programs take a report.

Zotero's translator for embedded metadata takes the names that begin with ``citation_`` first, and Dublin Core for what
these cannot say: the type of the item, which it would otherwise guess to be a journal's article, and the publication,
which ``citation_journal_title`` would make a journal. It looks for the archive's name in OpenGraph's.
"""

from sitegen.render.citations.record import LANGUAGE, Cited, CitedKind

_ZOTERO_TYPES = {CitedKind.WEB_PAGE: "webpage", CitedKind.NEWSPAPER: "newspaperArticle"}


def list_meta(cited: Cited) -> tuple[tuple[str, str], ...]:
    """Return names and contents; what is not known is left out."""
    publication = cited.container if cited.container != cited.archive else ""
    named = (
        ("citation_title", cited.title),
        ("citation_author", cited.author),
        ("citation_publication_date", cited.published.strftime("%Y/%m/%d") if cited.published else ""),
        ("citation_publisher", publication),
        ("citation_language", LANGUAGE),
        ("citation_public_url", cited.address),
        ("DC.type", _ZOTERO_TYPES[cited.kind]),
        ("DC.source", publication),
    )
    return tuple((name, content) for name, content in named if content)
