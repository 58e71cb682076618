"""Draw a picture: paper, ink and one accent, as the pages are."""

from functools import cache
from hashlib import blake2b
from io import BytesIO

from PIL import Image, ImageDraw, PngImagePlugin, UnidentifiedImageError
from PIL import __version__ as _pillow

from sitegen.render.pictures.chosen import PictureWords
from sitegen.render.pictures.face import mark_of_face, set_at

WIDTH, HEIGHT = 1200, 630
"""Pixels; what OpenGraph readers ask for."""
_DRAWING = 1
"""Raised when something below draws otherwise."""
_PAPER, _INK, _ACCENT = (0xFB, 0xFA, 0xF7), (0x1C, 0x1B, 0x19), (0x17, 0x52, 0x7A)
_FAINT = 0x5A
"""Ink of small print: 0 is full ink, 255 is paper."""
_TONES = 15
"""Steps from paper to ink; with the accent, 16 colours, which are four bits a pixel."""
_MARGIN = 88
_NAME_SIZES = range(184, 51, -4)
_HALF_SIZES = range(116, 51, -4)
"""Of a name in two lines: one that would be smaller than these in a single one."""
_MIDDLE = 304
"""Of the lines of the name, from the top."""
_LINE = 1.2
_SMALL = 46
_BAR = (_MARGIN, 470, _MARGIN + 112, 476)
_RUN_LENGTHS = 3
"""zlib's Z_RLE. It leaves the packer no choices, so that another build of zlib packs the same bytes, and is quick."""
_KEY = "sitegen"


def draw(words: PictureWords) -> bytes:
    """Return a picture as PNG; the same bytes for the same words."""
    sheet = Image.new("L", (WIDTH, HEIGHT), 255)
    pen = ImageDraw.Draw(sheet)
    if words.above:
        pen.text((_MARGIN, 96), words.above, fill=_FAINT, font=set_at(_fit(words.above, range(_SMALL, 15, -2))))
    lines = _divide(words.name)
    size = min(_fit(line, _NAME_SIZES if len(lines) == 1 else _HALF_SIZES) for line in lines)
    for number, line in enumerate(lines):
        at = _MIDDLE + (number - (len(lines) - 1) / 2) * size * _LINE
        pen.text((_MARGIN - size * 0.04, at), line, fill=0, font=set_at(size), anchor="lm")
    if words.below:
        pen.text((_MARGIN, 506), words.below, fill=0, font=set_at(_fit(words.below, range(_SMALL, 15, -2))))
    return _pack(sheet, _mark(words))


def is_drawn(data: bytes, words: PictureWords) -> bool:
    """Whether bytes are the picture of these words as it would now be drawn, and undamaged."""
    try:
        with Image.open(BytesIO(data), formats=("PNG",)) as picture:
            marked = picture.info.get(_KEY) == _mark(words)
            picture.verify()
    except (OSError, SyntaxError, ValueError, UnidentifiedImageError):
        return False
    return marked


def _divide(name: str) -> tuple[str, ...]:
    if _fit(name, _NAME_SIZES) >= _HALF_SIZES[0] or len(name) < 2:
        return (name,)
    middle = (len(name) + 1) // 2
    space = min((at for at, char in enumerate(name) if char == " "), key=lambda at: abs(at - middle), default=None)
    return (name[:middle], name[middle:]) if space is None else (name[:space], name[space + 1 :])


def _fit(text: str, sizes: range) -> int:
    """Return the largest size at which a text fits between the margins; the smallest where none does."""
    room = WIDTH - 2 * _MARGIN
    at_hundred = set_at(100).getlength(text)
    return next((size for size in sizes if at_hundred * size / 100 <= room), sizes[-1])


def _pack(sheet: Image.Image, mark: str) -> bytes:
    toned = sheet.point([round((255 - level) * (_TONES - 1) / 255) for level in range(256)])
    picture = Image.frombytes("P", sheet.size, toned.tobytes())
    picture.putpalette(_palette())
    picture.paste(_TONES, _BAR)
    known = PngImagePlugin.PngInfo()
    known.add_text(_KEY, mark)
    made = BytesIO()
    picture.save(made, "PNG", bits=4, compress_type=_RUN_LENGTHS, pnginfo=known)
    return made.getvalue()


@cache
def _palette() -> bytes:
    steps = _TONES - 1
    tones = [[p + (i - p) * step // steps for p, i in zip(_PAPER, _INK, strict=True)] for step in range(_TONES)]
    return bytes(part for tone in (*tones, _ACCENT) for part in tone)


def _mark(words: PictureWords) -> str:
    said = "\n".join((words.above, words.name, words.below, str(_DRAWING), mark_of_face(), _pillow))
    return blake2b(said.encode(), digest_size=8).hexdigest()
