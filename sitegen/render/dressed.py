"""What a body is given that its Markdown does not say: labels in its language, and its pictures."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.model.image import WebImage
from sitegen.render.words import Words
from sitegen.routes import Routes
from sitegen.store.markdown import Image

_COLUMN = 688
"""Pixels of the column of a text on a large screen, 43rem in site.css; a smaller picture stands in its own width."""
_SIZES = "(min-width: 64rem) 43rem, 100vw"
_PICTURE = Markup(
    '<picture><source type="image/webp" srcset="{srcset}" sizes="{sizes}">'
    '<img src="{src}" alt="{alt}" width="{width}" height="{height}" loading="lazy" decoding="async"></picture>'
)


@dataclass(frozen=True, slots=True)
class BodyDress:
    """Labels and pictures of the body of one file."""

    words: Words
    routes: Routes
    images: Mapping[str, WebImage]
    """By address as written."""

    def say(self, what: str, number: int = 0) -> str:
        """Return a label: of a ``table``, the ``notes``, a ``note`` or the way ``back`` from it."""
        return self.words(f"body.{what}", number=number)

    def show(self, image: Image) -> str:
        """Return a picture that a browser loads in the width that it needs, when it comes near."""
        made = self.images.get(image.address)
        if made is None:
            return ""
        return _PICTURE.format(
            srcset=", ".join(f"{self.routes.image(name)} {width}w" for name, width in made.sources),
            sizes=_SIZES if made.width > _COLUMN else f"{made.width}px",
            src=self.routes.image(made.fallback),
            alt=image.alt,
            width=made.width,
            height=made.height,
        )
