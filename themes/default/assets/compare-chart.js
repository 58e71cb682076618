// Bars for values that may stand beside each other, drawn as the program draws its own (sitegen/render/charts): across in
// percent, down in the size of the type; a line of words and its bar below; hollow with a sign where a value is a limit.
// The table above has the same links for keys and screen readers.

import { CHINESE, draw } from "./compare-elements.js";

const NARROW = 13, BASE = 1, LINE = 1.3, GAP = 0.4, BAR = 0.7, AFTER = 0.8, ROOM = 1.06, EDGE = 0.15;
const SIGNS = { about: "≈", nearly: "≈", over: ">", at_least: "≥", at_most: "≤" };

// Returns the picture of some rows: { heading } or { id, address, label, printed, value, value_to, bound }, all text.
export function drawBars(rows) {
  const ends = rows.filter((row) => row.value).flatMap((row) => [row.value, row.value_to ?? row.value].map(Number));
  const low = Math.min(0, ...ends) * ROOM, high = Math.max(0, ...ends) * ROOM || 1;
  const share = (value) => (100 * (value - low)) / (high - low);
  let down = 0;
  const drawn = rows.map((row) => {
    if (row.heading) {
      const top = down && down + AFTER;
      down = top + LINE + GAP;
      return write(row.heading, 0, top + BASE, { class: "period" });
    }
    const bar = drawRow(row, down, share);
    down = bar.bottom;
    return bar.element;
  });
  const size = { width: "100%", height: em(down), fill: "currentColor" };
  return draw("svg", { class: "bars", ...size, "aria-hidden": "true" }, ...drawn);
}

function drawRow({ id, address, label, printed, value, value_to, bound }, down, share) {
  const below = measure(label) + measure(printed) + 1 > NARROW ? LINE : 0;
  const top = down + BASE + below + GAP;
  const [near, far] = [value, value_to ?? value].map(Number).sort((a, b) => a - b);
  const [start, end] = near >= 0 ? [0, near] : far <= 0 ? [far, 0] : [near, far];
  const parts = [
    write(label, 0, down + BASE, languageOf(label)),
    write(printed, 100, down + BASE + below, { ...languageOf(printed), class: "printed", "text-anchor": "end" }),
    rectangle(share(start), share(end), top, bound !== "exact"),
  ];
  if (near !== far) parts.push(rectangle(share(near), share(far), top, true));
  if (SIGNS[bound]) parts.push(write(SIGNS[bound], share(Math.max(far, 0)), top + BAR, { class: "sign", dx: "0.3em" }));
  const zero = { x1: percent(share(0)), x2: percent(share(0)), y1: em(top - EDGE), y2: em(top + BAR + EDGE) };
  parts.push(draw("line", { class: "axis", stroke: "currentColor", ...zero }));
  const element = draw("a", { href: address, tabindex: "-1", "data-stat": id }, ...parts);
  return { element, bottom: top + BAR + AFTER };
}

const languageOf = (text) => (CHINESE.test(text) ? { lang: "zh-Hans" } : {});
const percent = (value) => `${Number(value.toFixed(2))}%`;
const em = (value) => `${Number(value.toFixed(2))}em`;
const write = (text, across, down, more) => draw("text", { x: percent(across), y: em(down), ...more }, text);

function rectangle(start, end, top, hollow) {
  const size = { x: percent(start), y: em(top), width: percent(end - start), height: em(BAR) };
  return draw("rect", { ...size, class: hollow ? "open" : "full" });
}

// About how wide a text is: a Chinese character is 1.
const measure = (text) => [...text].reduce((sum, character) => sum + (character > "\u2e7f" ? 1 : 0.62), 0);
