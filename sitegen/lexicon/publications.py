"""What sort of publication a name is."""

from sitegen.lexicon.files import read_words


def is_newspaper(publication: str) -> bool:
    """Whether a publication is a newspaper by its name: ``某某日报``; a site that bears one's name is not."""
    words = read_words("publications.yaml")
    return publication.endswith(tuple(words["newspapers"])) and not publication.endswith(tuple(words["others"]))
