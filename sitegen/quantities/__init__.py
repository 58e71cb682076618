"""One printed form to one value: numerals, units, bounds, and where a number stands in its quote."""

from sitegen.quantities.derive import Derived, derive
from sitegen.quantities.find import find_quantities
from sitegen.quantities.later import speaks_of_later_year
from sitegen.quantities.measure import Measure, read_measure
from sitegen.quantities.quotes import find_printed, locate

__all__ = [
    "Derived",
    "Measure",
    "derive",
    "find_printed",
    "find_quantities",
    "locate",
    "read_measure",
    "speaks_of_later_year",
]
