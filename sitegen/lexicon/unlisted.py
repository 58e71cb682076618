"""Places that the division table does not have: townships of earlier years."""

from sitegen.lexicon.gazetteer import PREFECTURE, Division, Gazetteer
from sitegen.lexicon.pinyin import slug
from sitegen.lexicon.place_names import load_place_words, split_township
from sitegen.model.place import Place, PlaceLevel
from sitegen.model.terms import PlaceId


def unlisted_township(gazetteer: Gazetteer, county: Division, printed_name: str) -> Place:
    """Return the record of a township that the table does not have, in a county that it has; it has no code.

    Where its id would be that of a township of today, ``-former`` follows.
    """
    stem, suffix = split_township(printed_name)
    suffix_slug = dict(load_place_words().township_suffixes).get(suffix, "")
    own = "-".join(part for part in (slug(stem).replace("-", ""), suffix_slug) if part)
    if any(row.slug == own for row in gazetteer.townships_of(county.code)):
        own += "-former"
    prefecture = gazetteer.above(county, PREFECTURE)
    return Place(
        id=PlaceId(f"{gazetteer.id_of(county)}/{own}"),
        name=printed_name,
        full_name=gazetteer.full_name(county) + printed_name,
        level=PlaceLevel.TOWNSHIP,
        prefecture=prefecture.name if prefecture and prefecture.name != county.name else None,
    )
