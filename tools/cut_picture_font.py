"""Cut the font of the pictures of places from Noto Serif CJK SC Bold (SIL Open Font License).

    python -m tools.cut_picture_font NotoSerifCJK-Bold.ttc

Writes ``sitegen/render/pictures/song.otf``, whose licence stands beside it. It holds what names of places and archives
are written with: all characters of the division table, the common ones of GB 2312, Latin letters and punctuation.
Run it again for a new edition of the table; a place with a character that it does not hold gets no picture.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SITEGEN = Path(__file__).parent.parent / "sitegen"
TARGET = SITEGEN / "render" / "pictures" / "song.otf"
FACE = "Noto Serif CJK SC Bold"
FACES = 10
"""No collection of these fonts has more faces."""
COMMON_ROWS = range(0xB0, 0xD8)
"""First bytes of the characters of GB 2312's first level."""
PUNCTUATION = "　、。〇〈〉《》「」『』【】〔〕・！（），－．：；？～—‘’“”…·"
DROPPED = ("GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG")


def read_common() -> set[str]:
    """Return the common characters of GB 2312."""
    pairs = (bytes((row, cell)) for row in COMMON_ROWS for cell in range(0xA1, 0xFF))
    return {pair.decode("gb2312", "ignore") for pair in pairs} - {""}


def read_divisions() -> set[str]:
    """Return the characters of the division table."""
    return set((SITEGEN / "lexicon" / "divisions.tsv").read_text(encoding="utf-8")) - set("\t\n")


def find_face(path: Path) -> TTFont:
    """Return the face of a collection that has simplified forms."""
    for number in range(FACES):
        font = TTFont(path, fontNumber=number, recalcTimestamp=False)
        if font["name"].getDebugName(4) == FACE:
            return font
    raise SystemExit(f"{path} has no {FACE}")


def cut(path: Path) -> None:
    """Write the font."""
    font = find_face(path)
    options = Options(hinting=False, layout_features=[], notdef_outline=True, glyph_names=False)
    options.drop_tables += DROPPED
    subsetter = Subsetter(options)
    wanted = read_common() | read_divisions() | set(PUNCTUATION)
    subsetter.populate(unicodes=[*map(ord, wanted), *range(0x20, 0x7F), *range(0xA0, 0x180)])
    subsetter.subset(font)
    font.save(TARGET)
    missing = sorted(wanted - {chr(code) for code in font.getBestCmap()})
    print(f"{TARGET}: {len(font.getGlyphOrder())} characters, {TARGET.stat().st_size} bytes; not in it: {missing}")


if __name__ == "__main__":
    cut(Path(sys.argv[1]))
