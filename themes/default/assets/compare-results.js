// What the comparing page shows of a value file for some places: one part per group of values that may stand beside
// each other, the group that most of the places share first, the others with what keeps them apart from it.

import { drawBars } from "./compare-chart.js";
import { fill, make } from "./compare-elements.js";

const PERIODS = 12, BARS = 18;
const FACETS = { scope: "scope", length: "months", kind: "kind", status: "status", unit: "unit" };

// Returns the element with all of it, and how many groups there are.
export function makeResults(data, chosen, words, language) {
  const places = chosen.map((id) => data.places.find((place) => place.id === id));
  const groups = data.groups.map((group) => narrow(group, places)).filter((group) => group.values.length);
  groups.sort((a, b) => b.places.length - a.places.length); // stable: of equal ones the file's first stays first
  const show = { data, words, language, first: groups[0] };
  const heading = make("h2", {}, make("a", { href: local(data.address[language]) }, data.name[language]));
  const element = make("div", {}, heading);
  if (places.length > 1 && groups[0].places.length < 2) {
    element.append(make("p", { className: "note" }, words.nothingShared));
  }
  element.append(...groups.map((group, number) => makeGroup(group, number, places, show)));
  return { element, groups: groups.length };
}

// A group with what it holds of the chosen places, in their order.
function narrow(group, places) {
  const values = group.values.filter((value) => places.some((place) => place.id === value.place));
  return { ...group, values, places: places.filter((place) => values.some((value) => value.place === place.id)) };
}

function makeGroup(group, number, places, show) {
  const { data, words, language, first } = show;
  const id = `compare-group-${number + 1}`;
  const part = make("section", { className: "compare-group" });
  part.setAttribute("aria-labelledby", id);
  part.append(make("h3", { id }, group.words[language].group));
  const note = (text) => part.append(make("p", { className: "note" }, text));
  if (group !== first) note(fill(words.apart, { reasons: differences(group, show) }));
  const absent = places.filter((place) => !group.places.includes(place));
  if (group === first && absent.length) {
    note(fill(words.absent, { places: absent.map((place) => place.name).join(words.list) }));
  }
  const held = data.periods.filter((period) => group.values.some((value) => value.period === period.id));
  const periods = held.slice(0, PERIODS);
  if (periods.length < held.length) note(fill(words.older, { count: PERIODS }));
  const shown = { ...group, periods, values: group.values.filter(({ period }) => periods.some((p) => p.id === period)) };
  part.append(makeTable(shown, id, show));
  if (shown.values.length > 1 && group.kind !== "rank") part.append(makeChart(shown, id, show));
  return part;
}

// Bars of the newest periods, each with its places in their order; as many periods as there is room for.
function makeChart(group, id, { data, words, language }) {
  const rows = [], several = group.periods.length > 1;
  let bars = 0, drawn = 0;
  for (const period of group.periods) {
    const values = group.places.flatMap((place) =>
      valuesOf(group, place, period).map((value) => ({
        ...value,
        stat: value.id,
        label: place.name,
        printed: directionOf(group, value, words) + value.printed,
        address: local(value.address),
      })),
    );
    if (drawn && bars + values.length > BARS) break;
    if (several) rows.push({ heading: period.words[language] });
    rows.push(...values);
    bars += values.length;
    drawn += 1;
  }
  const title = fill(words.chart, { group: group.words[language].group });
  const figure = make("figure", { className: "chart" }, drawBars(rows, `${id}-chart`, title, data.language));
  if (drawn < group.periods.length) figure.append(make("figcaption", { className: "note" }, fill(words.drawn, { count: drawn })));
  return figure;
}

// Says in what a group differs from the first one.
function differences(group, { words, language, first }) {
  const [here, there] = [group.words[language], first.words[language]];
  return Object.entries(FACETS)
    .filter(([facet, key]) => group[key] !== first[key] || here[facet] !== there[facet])
    .map(([facet]) => fill(words.differs, { facet: words[facet], here: here[facet], first: there[facet] }))
    .join(words.reasons);
}

function makeTable(group, id, { data, words, language }) {
  const head = make("tr", {}, make("th", { scope: "col" }, words.place));
  head.append(...group.periods.map((period) => make("th", { scope: "col", className: "value-cell" }, period.words[language])));
  const rows = group.places.map((place) => {
    const name = place.address ? make("a", { href: local(place.address[language]) }, place.name) : place.name;
    const row = make("tr", {}, make("th", { scope: "row", lang: data.language }, name));
    row.append(...group.periods.map((period) => makeCell(group, place, period, words, data.language)));
    return row;
  });
  const table = make("table", { className: "time-table" }, make("thead", {}, head), make("tbody", {}, ...rows));
  const scroll = make("div", { className: "scroll", tabIndex: 0 }, table);
  for (const element of [scroll, table]) element.setAttribute("aria-labelledby", id);
  scroll.setAttribute("role", "group");
  const gaps = table.querySelector(".none");
  return make("div", {}, scroll, ...(gaps ? [make("p", { className: "note" }, words.dash)] : []));
}

function makeCell(group, place, period, words, language) {
  const shown = valuesOf(group, place, period).map((value) => makeValue(group, value, words, language));
  return make("td", { className: "value-cell" }, ...(shown.length ? shown : [make("span", { className: "none" }, "—")]));
}

function makeValue(group, value, words, lang) {
  const link = make("a", { className: "value", href: local(value.address), lang }, value.printed);
  link.dataset.stat = value.id;
  const direction = directionOf(group, value, words);
  return direction ? make("div", {}, make("span", { className: "note" }, direction), link) : link;
}

const valuesOf = (group, place, period) =>
  group.values.filter((value) => value.place === place.id && value.period === period.id);

// A change says its direction in words, for the printed number has no sign.
const directionOf = (group, { value }, words) =>
  group.kind === "change" && Number(value) ? words[Number(value) > 0 ? "up" : "down"] : "";

// Addresses in value files name the host of the archive; the page stays on the one that it was read from.
function local(address) {
  const { pathname, hash } = new URL(address, location.href);
  return pathname + hash;
}
