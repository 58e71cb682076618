"""Where pages lead: links, other languages, pictures that are shown with a link."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    text: str
    address: str
    note: str = ""
    """What stands after the link in smaller type; may be empty."""
    count: int | None = None
    """How many things are behind it; None where that is not said."""


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The way to a page in one of the languages of the site."""

    language: str
    """Its code: ``zh-Hans``."""
    name: str
    """What it calls itself, or another text in it."""
    address: str
    """Of the same page; of the front page where the page stands in one language alone."""
    canonical: str
    """The address with scheme and host, where site.yaml names one."""


@dataclass(frozen=True, slots=True)
class SharedPicture:
    """The picture that other programs show beside a link to a page."""

    address: str
    """With scheme and host, where site.yaml names one."""
    alt: str
    """What is on it."""
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links under one heading."""

    heading: Link | None
    links: tuple[Link, ...]
