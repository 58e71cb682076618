"""A period as somebody types it: ``2023-Q3``, ``2023年第三季度``."""

from sitegen.engine.start.refusal import refuse
from sitegen.ingest.extract.times import Anchor, find_times, resolve
from sitegen.model.period import Period


def read_period(typed: str) -> Period:
    """Return the period that somebody typed, in a spelling of front matters or in Chinese words with the year.

    Raises:
        RefusedError: if it is none.

    >>> str(read_period("2023-07/2023-09")), str(read_period("2023年上半年")), str(read_period("2023年1-9月"))
    ('2023-Q3', '2023-H1', '2023-01/2023-09')
    """
    typed = typed.strip()
    try:
        return Period.parse(typed)
    except ValueError:
        pass
    for mention in find_times(typed):
        whole = mention.span.start == 0 and mention.span.end == len(typed)
        if whole and mention.anchor is Anchor.PRINTED and not mention.plan:
            period = resolve(mention, None, None)
            if period:
                return period
    raise refuse(
        "'{typed}' is no period: write 2023, 2023-H1, 2023-Q3, 2023-11, 2023-11-06 or start/end (2023-01/2023-09)",
        "“{typed}”不是时段：请写 2023、2023-H1（上半年）、2023-Q3（第三季度）、2023-11、2023-11-06，"
        "或“起/止”（2023-01/2023-09）",
        typed=typed,
    )
