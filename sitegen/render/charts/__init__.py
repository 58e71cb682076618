"""Charts as SVG: pictures made of numbers alone, the same bytes on every machine.

Horizontal places are shares of the width and vertical ones are counted in the size of the type, so that a chart is as
wide as its column and its words stay as large as the reader set them. Colours, faces and widths of lines are the style
sheet's, by class; no text is measured.
"""

from sitegen.render.charts.axes import Axis, make_axis
from sitegen.render.charts.bars import draw_bars
from sitegen.render.charts.lines import draw_lines, follows
from sitegen.render.charts.marks import SIGNS, Mark

__all__ = ["SIGNS", "Axis", "Mark", "draw_bars", "draw_lines", "follows", "make_axis"]
