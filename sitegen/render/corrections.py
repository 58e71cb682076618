"""Where to write about a mistake: a mail or an issue with its subject and text filled in."""

import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

_NEW_ISSUE = re.compile(r"/issues/new(/choose)?/?$")
"""GitHub, Gitea, Forgejo, Gitee and GitLab."""
_GITLAB = "/-/issues/new"


def address_for(to: str, subject: str, body: str) -> str:
    """Return where a reader writes about a mistake.

    Args:
        to: What site.yaml names: a mail address, with or without ``mailto:``, or the address of a page.
        subject: One line.
        body: Lines; what the mistake is about.

    An address of new issues gets both in its query, beside what it has; another page is left as it is, since nobody
    knows what it asks for.
    """
    if "@" in to and "/" not in to:
        lines = body.replace("\n", "\r\n")  # as RFC 6068 asks
        return f"mailto:{to.removeprefix('mailto:')}?subject={quote(subject, safe='')}&body={quote(lines, safe='')}"
    parts = urlsplit(to)
    if not _NEW_ISSUE.search(parts.path):
        return to
    names = ("issue[title]", "issue[description]") if parts.path.rstrip("/").endswith(_GITLAB) else ("title", "body")
    asked = [*parse_qsl(parts.query, keep_blank_values=True), *zip(names, (subject, body), strict=True)]
    path = re.sub(r"/choose/?$", "", parts.path)  # where one chooses a form, what is filled in would be lost
    return urlunsplit((parts.scheme, parts.netloc, path, urlencode(asked, quote_via=quote), ""))
