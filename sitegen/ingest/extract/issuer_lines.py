"""Lines around a report that may name who reports or what time it is about, where its title does not."""

import re
from collections.abc import Iterator

from sitegen.ingest.extract.times import find_times
from sitegen.ingest.laid import LaidBulletin, LaidReport
from sitegen.lexicon.periods import load_period_words

_LONGEST_LINE = 50
_WORDS_AFTER = 4
"""Characters that a headline says at least after the time it is about; a date has none."""
_SENTENCE = re.compile("[。！？!?；;]|^[（(]?图[为：]")
_AROUND = "（）()【】[]《》 　○●□■◇◆"


def lines_around(bulletin: LaidBulletin, report: LaidReport) -> Iterator[str]:
    """Yield the short lines outside a report's text, its own before its bulletin's: a signature, a lost headline.

    A first heading is one of them where the report has no title. What stands around several reports is nobody's own.
    """
    lines = [section.heading for section in report.sections[:1] if section.heading]
    lines += report.captions
    if len(bulletin.reports) == 1:
        lines += [bulletin.title or "", *bulletin.captions, *bulletin.datelines]
    for line in lines:
        bare = line.strip(_AROUND)
        if bare and len(bare) <= _LONGEST_LINE and not _SENTENCE.search(line):
            yield bare


def reads_like_title(line: str) -> bool:
    """Whether a line says of itself that it is a report: 某县民政局2022年工作总结."""
    return any(word in line for word in load_period_words().review_words) and not re.search("[：:，,]", line)


def tells_of_a_time(line: str) -> bool:
    """Whether a line goes on after a month or year that it names: 2025年上半年民生实事“晒单”, not 2025年6月."""
    times = find_times(line)
    if not times or any(time.days for time in times):
        return False
    return len(re.findall("[一-鿿]", line[times[-1].span.end :])) >= _WORDS_AFTER
