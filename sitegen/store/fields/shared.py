"""Forms that several sorts of file share."""

from sitegen.problems import Words
from sitegen.store.schema import Many
from sitegen.store.shapes import SHA256, SLUG, TEXT, reference, word

SLUG_TEXT = word(SLUG, Words("small letters, digits and hyphens", "小写字母、数字和短横线"), "id-wrong")
SERIES_TEXT = reference(SLUG, SLUG_TEXT.name)
TEXTS = Many(TEXT)
HASH = word(SHA256, Words("64 hexadecimal digits", "64 位十六进制数字"))
