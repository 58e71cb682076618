"""Hypothesis strategies for whole records, hostile text included."""

import string
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from sitegen.model.ledger import Fate, Ledger, LedgerEntry
from sitegen.model.period import Period
from sitegen.model.report import (
    Bulletin,
    Credit,
    Editor,
    Practice,
    PracticeMention,
    Report,
    Section,
    Series,
    Settings,
    Source,
    Theme,
)
from sitegen.model.stat import Stat, make_stat_id
from sitegen.model.terms import Bound, Kind, PracticeId, ReportPath, SeriesId, Status, ThemeId
from sitegen.store.escape import join_blocks
from sitegen.store.ingest_record import IngestedPart, IngestRecord

HAN = "党建引领乡村振兴全年新增道路硬化公里亩户万元同比增长下降了一二三十百千"
MARKS = "，。、；：？！“”‘’（）《》【】—…·％　"
ASCII = string.ascii_letters + string.digits + " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
ODD = "\u00a0\u2028\u2029\ufeff\U0001f33e\U00030edd\u200b"

prose = st.text(st.sampled_from(HAN + MARKS + string.digits), min_size=1, max_size=40).filter(str.strip)
"""What bulletins are made of."""
line = st.text(st.sampled_from(HAN + MARKS + ASCII + ODD), min_size=1, max_size=40).filter(str.strip)
"""One line of anything a keyboard and a careless paste can give."""
any_text = st.one_of(
    line, st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), min_size=1, max_size=30)
).filter(str.strip)
"""Any characters, line breaks and control characters too."""
slugs = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
days = st.dates(date(1990, 1, 1), date(2040, 12, 31))
numbers = st.decimals(Decimal(-(10**12)), Decimal(10**12), allow_nan=False, allow_infinity=False, places=3)
hashes = st.from_regex(r"[0-9a-f]{64}", fullmatch=True)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first = draw(days)
    kind = draw(st.sampled_from(["day", "days", "month", "months", "year"]))
    if kind == "day":
        return Period(first, first)
    if kind == "days":
        return Period(first, first + timedelta(draw(st.integers(1, 800))))
    if kind == "year":
        return Period.of_year(first.year)
    last = first.month if kind == "month" else draw(st.integers(first.month, 12))
    return Period.of_months(first.year, first.month, last)


def optional(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | strategy


@st.composite
def stats(draw: st.DrawFn, text: st.SearchStrategy[str] = any_text) -> Stat:
    printed, quote = draw(text), draw(text)
    return Stat(
        id=make_stat_id(printed, quote, draw(st.integers(1, 9))),
        indicator=draw(text),
        value=draw(numbers),
        value_to=draw(optional(numbers)),
        unit=draw(st.just("") | text),
        printed=printed,
        at=draw(optional(st.integers(1, 99))),
        bound=draw(st.sampled_from(Bound)),
        kind=draw(st.sampled_from(Kind)),
        basis=draw(optional(text)),
        status=draw(st.sampled_from(Status)),
        period=draw(optional(periods())),
        place=draw(optional(text)),
        theme=ThemeId(draw(slugs)),
        series=draw(optional(slugs.map(SeriesId))),
        quote=quote,
    )


def themes_lists() -> st.SearchStrategy[tuple[ThemeId, ...]]:
    return st.lists(slugs.map(ThemeId), max_size=3, unique=True).map(tuple)


def several(strategy: st.SearchStrategy, most: int = 3) -> st.SearchStrategy[tuple]:
    return st.lists(strategy, max_size=most).map(tuple)


@st.composite
def bodies(draw: st.DrawFn, text: st.SearchStrategy[str] = line) -> tuple[str, tuple[Section, ...]]:
    """A body as ingest writes it, and the sections that belong to it."""
    lead = draw(st.lists(text, max_size=2))
    headings = draw(st.lists(text, max_size=3, unique=True))
    blocks = [join_blocks(None, lead)] if lead else []
    sections = [Section(None, draw(themes_lists()))] if lead else []
    for heading in headings:
        blocks.append(join_blocks(heading, draw(st.lists(text, max_size=2))))
        sections.append(Section(heading, draw(themes_lists())))
    body = "\n\n".join(blocks)
    return (f"{body}\n" if body else ""), tuple(sections)


@st.composite
def reports(draw: st.DrawFn, text: st.SearchStrategy[str] = any_text) -> Report:
    body, sections = draw(bodies())
    return Report(
        path=ReportPath("/".join(draw(st.lists(slugs, min_size=1, max_size=4)))),
        title=draw(optional(text)),
        place=draw(optional(text)),
        issuer=draw(optional(text)),
        period=draw(optional(periods())),
        published=draw(optional(days)),
        added=draw(optional(days)),
        source=draw(optional(st.builds(Source, text, hashes, st.integers(1, 99)))),
        credits=draw(several(st.builds(Credit, st.just("") | text, text))),
        captions=draw(several(text)),
        themes=draw(themes_lists()),
        sections=sections,
        practices=draw(several(st.builds(PracticeMention, text, optional(slugs.map(ThemeId)), optional(text)))),
        stats=draw(several(stats(text), 4)),
        body=body,
        draft=draw(st.booleans()),
        publish_on=draw(optional(days)),
        withdrawn=draw(optional(text)),
        moved_from=draw(several(text)),
    )


bulletins = st.builds(
    Bulletin,
    stem=st.just("a"),
    file=st.just("a.txt"),
    sha256=hashes,
    title=optional(any_text),
    published=optional(days),
    publication=optional(any_text),
    captions=several(any_text),
    preface=bodies().map(lambda made: made[0]),
)
may_be_empty = st.just("") | any_text
themes = st.builds(
    Theme, slugs.map(ThemeId), any_text, any_text, any_text, bodies().map(lambda made: made[0]), may_be_empty
)
practices = st.builds(
    Practice,
    slugs.map(PracticeId),
    any_text,
    several(any_text),
    bodies().map(lambda made: made[0]),
    st.just("") | any_text,
    st.just("") | any_text,
    several(slugs.map(SeriesId)),
)
series = st.builds(
    Series,
    slugs.map(SeriesId),
    any_text,
    any_text,
    slugs.map(ThemeId),
    several(any_text),
    may_be_empty,
    may_be_empty,
    may_be_empty,
)
settings_of_sites = st.builds(
    Settings,
    title=any_text,
    description=st.just("") | any_text,
    base_url=any_text,
    language=st.sampled_from(["zh-Hans", "en"]),
    report_errors_to=optional(any_text),
    title_en=may_be_empty,
    description_en=may_be_empty,
    editor=optional(
        st.builds(
            Editor,
            repository=st.tuples(slugs, slugs).map("/".join),
            backend=st.sampled_from(["github", "gitlab", "gitea"]),
            branch=any_text,
            review=st.booleans(),
            api=st.just("https://git.example.org/api"),
            sign_in=st.sampled_from([None, "https://sign-in.example.org"]),
            app_id=any_text,
        )
    ),
)
ledger_entries = st.builds(
    LedgerEntry,
    fate=st.sampled_from(Fate),
    reason=any_text,
    line=st.integers(0, 999),
    text=any_text,
    to=st.just("") | any_text,
    count=st.integers(1, 99),
)
records = st.builds(
    IngestRecord,
    stem=slugs,
    file=any_text,
    sha256=hashes,
    parts=several(
        st.builds(IngestedPart, path=slugs.map(ReportPath), part=st.integers(1, 9), text=st.text(max_size=60))
    ),
    bulletin=st.text(max_size=60),
    ledger=several(ledger_entries).map(Ledger),
)
