"""How much of a clean report layout gives back."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from sitegen.ingest.laid import LaidBulletin
from tests.damage.clean import CleanReport


def squeeze(text: str) -> str:
    """Letters and digits only: what no damage may lose."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c)[0] in "LN" or c in "%.")


@dataclass(frozen=True)
class Restored:
    """Shares from 0 to 1."""

    paragraphs: float
    """Paragraphs that stand whole."""
    placed: float
    """Paragraphs that stand whole under their own heading."""
    title: float
    captions: float
    credits: float
    exact: float
    """Paragraphs that stand whole, marks and all, as they were."""


def measure(report: CleanReport, laid: LaidBulletin) -> Restored:
    """Compare what was laid out with what was damaged."""
    made: dict[str, set[str]] = {}
    texts: set[str] = set()
    for part in laid.reports:
        for section in part.sections:
            for text in section.paragraphs:
                made.setdefault(squeeze(text), set()).add(squeeze(section.heading or ""))
                texts.add(text)
    wanted = [("", text) for text in report.lead] + [(h, text) for h, texts_ in report.sections for text in texts_]
    whole = [squeeze(text) in made for _, text in wanted]
    placed = [squeeze(heading) in made.get(squeeze(text), ()) for heading, text in wanted]
    exact = [text in texts for _, text in wanted]
    titles = [squeeze(part.title or "") for part in laid.reports]
    captions = {squeeze(caption) for part in laid.reports for caption in part.captions} | {
        squeeze(c) for c in laid.captions
    }
    credits = {(credit.role, credit.name) for part in laid.reports for credit in part.credits}
    return Restored(
        paragraphs=_share(whole),
        placed=_share(placed),
        title=float(titles == [squeeze(report.title + report.subtitle)]) if report.title else 1.0,
        captions=_share([squeeze(caption) in captions for caption in report.captions]),
        credits=_share([credit in credits for credit in report.credits]),
        exact=_share(exact),
    )


def _share(found: list[bool]) -> float:
    return sum(found) / len(found) if found else 1.0


def mean(results: list[Restored]) -> Restored:
    """The mean of each share."""
    return Restored(*(sum(getattr(r, name) for r in results) / len(results) for name in Restored.__dataclass_fields__))


def count_signs(text: str) -> Counter[str]:
    """How often each character that is not white space stands in a text."""
    return Counter(re.sub(r"\s", "", text))
