"""Text of strangers as Markdown of a code host that shows it and does nothing else with it.

A pull request comes from anybody: what stands in its files must not end a table, load a picture, call a person by name
or leave a trace in another issue.
"""

import re
import unicodedata

_NOTHING = "\u200b"
"""A space without width: beside it a mark that the host would act upon is a mark only."""
_MARKUP = re.compile(r"[\\`*_\[\]{}|~$!#]")
_CALLS = re.compile("[@#]")
_LINKS = re.compile(r"(?=://)|(?<=www)(?=\.)|(?<=\bGH)(?=-)|(?<=\bmailto)(?=:)|(?<=\bxmpp)(?=:)", re.IGNORECASE)
"""Between these characters a host sees no address any more."""
_ENTITIES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_KEPT = "\u3000"


def escape(text: str) -> str:
    r"""Return Markdown that shows a text as it is, in one line, anywhere but at the beginning of a line.

    Characters that nobody sees, which may turn the order of words round, are named.

    >>> escape("a|b *c*")
    'a\\|b \\*c\\*'
    """
    line = "".join(_show(char) for char in " ".join(text.split("\n")))
    marked = _CALLS.sub(rf"\g<0>{_NOTHING}", _LINKS.sub(_NOTHING, line))
    return _MARKUP.sub(r"\\\g<0>", marked).translate(_ENTITIES)


def code(text: str) -> str:
    """Return a path or address as it is typed."""
    return f"<code>{escape(text)}</code>"


def shorten(text: str, most: int) -> str:
    """Return a text of at most so many characters; of a longer one beginning and end.

    >>> shorten("abcdefghij", 5)
    'ab…ij'
    """
    if len(text) <= most:
        return text
    return f"{text[: most // 2]}…{text[len(text) - (most - 1) // 2 :]}"


def _show(char: str) -> str:
    if char in _KEPT or char == "\t":
        return " " if char == "\t" else char
    if unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp"):
        return f"⟨U+{ord(char):04X}⟩"
    return char
