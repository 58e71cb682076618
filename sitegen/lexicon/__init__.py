"""Words of the genre as data: adding one needs no Python."""
