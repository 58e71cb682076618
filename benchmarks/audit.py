"""How many slips the audit finds, and how often it is wrong: ``python -m benchmarks.audit``.

Takes the committed content, and a made archive of twelve townships over five years, as right. Puts one slip at a time
into it, a hundred in each, and counts those after which the audit says something that it did not say before. A slip
counts as one that can show where it breaks what the numbers beside it or the years beside it hold the number to.
"""

import random
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from benchmarks.made_years import make_archive
from benchmarks.slips import SLIPS, slip_in
from sitegen.archive.audit import audit_content
from sitegen.model.content import Content
from sitegen.model.report import Report
from sitegen.model.stat import Stat
from sitegen.model.terms import Kind
from sitegen.store.content import read_content

SEED = 20231106
SLIPS_EACH = 100
_FAR = 5
COUNTED = frozenset({"户", "人", "名", "件", "座", "只", "枚", "辆", "人次"})

Shows = Callable[[Report, Stat, Decimal], bool]
"""Whether a wrong value of a stat can be told by arithmetic or by its neighbours."""


def main() -> None:
    """Measure both archives and print the tables."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("content")
    content, _ = read_content(folder)
    made = make_archive(SEED)
    measure(f"{folder}/ as committed", content, lambda r, s, v: shows_in(content, r, s, v))
    measure("made archive", made.content, lambda r, s, v: made.shows(r.path, s.id, v))


def measure(title: str, content: Content, shows: Shows) -> None:
    """Print how many of the slips were found, by sort of slip, and how many alarms there are without any."""
    rng = random.Random(SEED)
    right = set(audit_content(content))
    stats = sum(len(report.stats) for report in content.reports)
    rows: dict[str, Counter[str]] = {name: Counter() for name in SLIPS}
    for _ in range(SLIPS_EACH):
        name, number, slipped, stat = draw(content, rng)
        reports = (*content.reports[:number], slipped, *content.reports[number + 1 :])
        found = bool(set(audit_content(replace(content, reports=reports))) - right)
        before = next(s for s in content.reports[number].stats if s.id == stat.id)
        can = shows(content.reports[number], before, stat.value)
        rows[name].update(slips=1, can=can, found=found, both=can and found)
    total: Counter[str] = sum(rows.values(), Counter())
    print(f"\n{title}: {len(content.reports)} reports, {stats} stats")
    print(f"false alarms: {len(right)}, that is {50 * len(right) / stats:.2f} for each 50 right stats\n")
    print(f"{'slip':<22}{'made':>6}{'can show':>10}{'of these found':>16}{'found':>8}")
    for name, row in (*rows.items(), ("all", total)):
        print(f"{name:<22}{row['slips']:>6}{row['can']:>10}{row['both']:>16}{row['found']:>8}")


def draw(content: Content, rng: random.Random) -> tuple[str, int, Report, Stat]:
    """Return a sort of slip, the number of a report, the report with the slip and the stat that has it."""
    while True:
        name = rng.choice(list(SLIPS))
        places = [(r, s) for r, report in enumerate(content.reports) for s in range(len(report.stats))]
        for number, at in rng.sample(places, len(places)):
            slipped = slip_in(content.reports[number], at, SLIPS[name], rng)
            if slipped is not None:
                return name, number, slipped, slipped.stats[at]


def shows_in(content: Content, report: Report, stat: Stat, wrong: Decimal) -> bool:
    """Whether a wrong value shows in content of which nothing is known but its records."""
    if stat.kind is not Kind.LEVEL:
        return False
    if stat.unit == "%" and stat.indicator.endswith("率") and wrong > 100:
        return True
    if wrong % 1 and stat.unit in COUNTED:
        return True
    others = [
        other.value
        for another in content.reports
        for other in another.stats
        if (another.place, other.place, other.indicator, other.unit, other.kind)
        == (report.place, stat.place, stat.indicator, stat.unit, stat.kind)
        and (other.period or another.period) != (stat.period or report.period)
        and other.value > 0
    ]
    if others and all(max(wrong / other, other / wrong) > _FAR for other in others if wrong > 0):
        return True
    pair = {s.unit: s.value for s in report.stats if s.indicator == stat.indicator and s.quote == stat.quote}
    pair[stat.unit] = wrong
    return {"户", "人"} <= set(pair) and not pair["户"] <= pair["人"] <= 10 * pair["户"]


if __name__ == "__main__":
    main()
