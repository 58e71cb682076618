"""Forms that several sorts of file share."""

from sitegen.store.schema import Many
from sitegen.store.shapes import SHA256, SLUG, TEXT, word

SLUG_TEXT = word(SLUG, "small letters, digits and hyphens", "id-wrong")
SLUGS = Many(SLUG_TEXT)
TEXTS = Many(TEXT)
HASH = word(SHA256, "64 hexadecimal digits")
