// Horizontal bars for a group of comparable values: by period, each with its place and its number as printed.

import { draw, fill, make } from "./compare-elements.js";

export function makeChart(group, { words, language }) {
  return make("figure", { className: "chart" });
}
