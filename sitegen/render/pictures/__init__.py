"""The pictures that other programs show beside a link: one for each place, and one for the archive."""

from sitegen.render.pictures.chosen import PictureWords, find_picture, list_pictures
from sitegen.render.pictures.draw import HEIGHT, WIDTH, draw, is_drawn

__all__ = ["HEIGHT", "WIDTH", "PictureWords", "draw", "find_picture", "is_drawn", "list_pictures"]
