"""Ids and closed vocabularies that several records share."""

from enum import StrEnum
from typing import NewType

ThemeId = NewType("ThemeId", str)
"""Slug of a subject: ``rural-revitalisation``."""
SeriesId = NewType("SeriesId", str)
"""Slug of an indicator that is compared across reports: ``tax-revenue``."""
PracticeId = NewType("PracticeId", str)
"""Slug of a working method: ``jifenzhi``."""
PlaceId = NewType("PlaceId", str)
"""Path of slugs from the province down: ``chongqing/nanchuan/xinglong-zhen``."""
ReportPath = NewType("ReportPath", str)
"""Path of a report below ``content/reports/`` without ``.md``; also its address."""
StatId = NewType("StatId", str)
"""Six characters, ``[a-z][a-z0-9]{5}``, unique inside a report."""


class Bound(StrEnum):
    """How a printed number limits the real one."""

    EXACT = "exact"
    """Nothing is said; never written to a file."""
    ABOUT = "about"
    """约, 左右, 上下."""
    NEARLY = "nearly"
    """近, 将近, 接近."""
    OVER = "over"
    """余, 多, 超, 逾, 突破."""
    AT_LEAST = "at_least"
    """以上, 不低于."""
    AT_MOST = "at_most"
    """以内, 以下, 不超过."""


class Kind(StrEnum):
    """What sort of number a stat is."""

    LEVEL = "level"
    """A quantity; never written to a file."""
    CHANGE = "change"
    """A difference from another period: 同比增长8.4%."""
    COMPLETION = "completion"
    """A share of a target or plan: 占年度目标的103.5%."""
    RANK = "rank"
    """A place among others: 居全县第一."""


class Status(StrEnum):
    """Whether the number has come true."""

    REPORTED = "reported"
    """Reported as a fact; never written to a file."""
    FORECAST = "forecast"
    """预计."""
    TARGET = "target"
    """目标, 计划."""
