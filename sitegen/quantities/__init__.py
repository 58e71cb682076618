"""One printed form to one value: numerals, units, bounds, and where a number stands in its quote."""
