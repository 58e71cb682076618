"""Draw a picture: paper, ink and one accent, as the pages are."""

from functools import cache
from hashlib import blake2b
from io import BytesIO
from itertools import pairwise

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
_LARGEST = (184, 116, 80, 60)
"""Pixels of a name in one line, in two, three and four."""
_WORTH_A_LINE = 1.25
"""How much larger a name must become for a further line."""
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
        pen.text((_MARGIN, 96), words.above, fill=_FAINT, font=set_at(_fit(words.above, _SMALL)))
    lines, size = _arrange(words.name)
    for number, line in enumerate(lines):
        at = _MIDDLE + (number - (len(lines) - 1) / 2) * size * _LINE
        pen.text((_MARGIN - size * 0.04, at), line, fill=0, font=set_at(size), anchor="lm")
    if words.below:
        pen.text((_MARGIN, 506), words.below, fill=0, font=set_at(_fit(words.below, _SMALL)))
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


def _arrange(name: str) -> tuple[list[str], int]:
    """Return the lines of a name and their size: as few as let it be large."""
    best: tuple[list[str], int] = ([name], _fit(name, _LARGEST[0]))
    for count, largest in enumerate(_LARGEST[1:], 2):
        lines = _divide(name, count)
        size = min(_fit(line, largest) for line in lines)
        if size > best[1] * _WORTH_A_LINE:
            best = (lines, size)
    return best


def _divide(name: str, count: int) -> list[str]:
    """Divide a name into about equal lines, between words where it has some."""
    cuts = {round(len(name) * number / count) for number in range(1, count)}
    if spaces := [at for at, char in enumerate(name) if char == " "]:
        cuts = {min(spaces, key=lambda at: abs(at - cut)) for cut in cuts}
    edges = [0, *sorted(cuts), len(name)]
    return [name[start:end].strip() for start, end in pairwise(edges) if name[start:end].strip()]


def _fit(text: str, largest: int) -> int:
    """Return the size, ``largest`` at the most, at which a text fits between the margins."""
    return min(largest, int(100 * (WIDTH - 2 * _MARGIN) / max(1, set_at(100).getlength(text))))


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
