"""Write the pictures that other programs show beside links; those of the last site stay where they are still right."""

from sitegen.archive import Archive
from sitegen.build.place import NewSite
from sitegen.render.pictures import PictureWords, draw, is_drawn, list_pictures
from sitegen.routes import Routes


def write_pictures(site: NewSite, archive: Archive, routes: Routes) -> None:
    """Write the picture of the archive and of each place that has its own.

    Raises:
        OSError: if a file cannot be written.
    """
    for words in list_pictures(archive):
        file = routes.file(routes.picture(words.place))
        site.write(file, _take(site, words, routes) or draw(words))


def _take(site: NewSite, words: PictureWords, routes: Routes) -> bytes | None:
    """Return the last site's picture if it would be drawn just so now."""
    last = site.target / routes.file(routes.picture(words.place))
    try:
        data = last.read_bytes()
    except OSError:
        return None
    return data if is_drawn(data, words) else None
