"""One spelling of a number."""

from decimal import Decimal


def plain(value: Decimal) -> Decimal:
    """Return the same number without exponent and without zeros at its end.

    >>> plain(Decimal("1.20E+4")), plain(Decimal("99.0"))
    (Decimal('12000'), Decimal('99'))
    """
    short = value.normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral() else short
