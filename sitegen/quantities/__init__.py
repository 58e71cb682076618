"""One printed form to one value: numerals, units, bounds, and where a number stands in its quote.

A neighbour needs five functions: ``find.find_quantities`` (the numbers of a paragraph that measure something),
``measure.read_measure`` (kind, basis, sign and status of one of them, and the words that say so), ``derive.derive``
(the same for what an editor wrote), ``later.speaks_of_later_year`` (is a section about plans?) and ``quotes.locate``.
"""
