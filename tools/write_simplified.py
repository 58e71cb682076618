"""Write ``sitegen/search/simplified.txt`` from OpenCC's dictionaries: ``python -m tools.write_simplified FOLDER``.

FOLDER holds TSCharacters.txt, STCharacters.txt, TWVariants.txt and HKVariants.txt, for instance
``opencc/dictionary`` of the package opencc-python-reimplemented, unpacked.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

TABLE = Path(__file__).parents[1] / "sitegen/search/simplified.txt"
SIMPLIFIED_TOO = frozenset("覆抬")
"""Listed as traditional or as a variant, but the usual characters of simplified texts."""
HEAD = """\
# Characters that search takes for the same: a simplified one, then those that stand for it in traditional script.
# Cut to single characters by tools/write_simplified.py from the dictionaries TSCharacters, TWVariants and HKVariants of
# OpenCC (https://github.com/BYVoid/OpenCC), Copyright Carbo Kuo and contributors, Apache License 2.0; the licence lies
# beside this file as simplified.LICENSE.txt.
"""


def read_dictionary(file: Path) -> dict[str, tuple[str, ...]]:
    """Return the characters of a dictionary, each with what may stand for it."""
    lines = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if "\t" in line)
    return {character: tuple(forms.split()) for character, forms in lines}


def make_table(folder: Path) -> dict[str, str]:
    """Return one simplified character for each that is not; what is simplified already stays out."""
    table = {
        character: next(form for form in forms if form != character)
        for character, forms in read_dictionary(folder / "TSCharacters.txt").items()
        if character not in SIMPLIFIED_TOO and forms != (character,)
    }
    simplified = {*table.values(), *read_dictionary(folder / "STCharacters.txt")}
    for name in ("TWVariants.txt", "HKVariants.txt"):
        for character, variants in read_dictionary(folder / name).items():
            for variant in variants:
                if variant in SIMPLIFIED_TOO:
                    table[character] = variant
                elif variant not in simplified and variant not in table:
                    table[variant] = table.get(character, character)
    closed = {character: table.get(form, form) for character, form in table.items()}
    return {character: form for character, form in closed.items() if character != form and form not in closed}


def format_table(table: Mapping[str, str]) -> str:
    """Return the file: a line for each simplified character."""
    groups: dict[str, list[str]] = {}
    for character in sorted(table):
        groups.setdefault(table[character], []).append(character)
    return HEAD + "".join(f"{form}{''.join(groups[form])}\n" for form in sorted(groups))


if __name__ == "__main__":
    TABLE.write_text(format_table(make_table(Path(sys.argv[1]))), encoding="utf-8", newline="\n")
