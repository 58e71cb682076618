// What the comparing page shows of a value file for some places: one part per group of values that may stand beside
// each other, the group that most of the places share first, the others with what keeps them apart from it.

import { drawBars } from "./compare-chart.js";
import { fill, make, mark } from "./compare-elements.js";

const PERIODS = 12, BARS = 18;
const FACETS = { scope: "scope", length: "months", kind: "kind", status: "status", unit: "unit" };

// Returns the element with all of it, how many groups there are, and whether places meet in one.
export function makeResults(data, chosen, words, language) {
  const places = chosen.map((id) => data.places.find((place) => place.id === id));
  const groups = data.groups.map((group) => narrow(group, places)).filter((group) => group.values.length);
  groups.sort((a, b) => shared(b) - shared(a)); // stable: of equal ones the file's first stays first
  const show = { data, words, language, first: groups[0] };
  const heading = make("h2", {}, make("a", { href: local(data.address[language]) }, ...mark(data.name[language])));
  const element = make("div", {}, heading);
  const meet = places.length < 2 || shared(groups[0]) > 1;
  if (!meet) element.append(make("p", { className: "note" }, words.nothingShared));
  element.append(...groups.map((group, number) => makeGroup(group, number, places, show)));
  return { element, groups: groups.length, meet };
}

// A group with what it holds of the chosen places, in their order.
function narrow(group, places) {
  const values = group.values.filter((value) => places.some((place) => place.id === value.place));
  return { ...group, values, places: places.filter((place) => values.some((value) => value.place === place.id)) };
}

// Periods that are no whole months, or are not known, tell nothing of their length: only one and the same may be compared.
const isEven = ({ months, values }) => months > 0 || (values[0].period && values.every((v) => v.period === values[0].period));

const shared = (group) => (isEven(group) ? group.places.length : 1);

const isShared = ({ place, period }, { values }) => values.some((v) => v.period === period && v.place !== place);

function makeGroup(group, number, places, show) {
  const { data, words, language, first } = show;
  const id = `compare-group-${number + 1}`;
  const part = make("section", { className: "compare-group" });
  part.setAttribute("aria-labelledby", id);
  part.append(make("h3", { id }, ...mark(group.words[language].group)));
  const note = (text) => part.append(make("p", { className: "note" }, ...mark(text)));
  if (group !== first) note(fill(words.apart, { reasons: differences(group, show) }));
  if (!isEven(group)) note(words.uneven);
  else if (group.places.length > 1 && !group.values.some((value) => isShared(value, group))) note(words.noSamePeriod);
  const absent = places.filter((place) => !group.places.includes(place));
  if (group === first && absent.length) {
    note(fill(words.absent, { places: absent.map((place) => place.name[language]).join(words.list) }));
  }
  const held = data.periods.filter((period) => group.values.some((value) => value.period === period.id));
  const periods = held.slice(0, PERIODS);
  if (periods.length < held.length) note(fill(words.older, { count: PERIODS }));
  const shown = { ...group, periods, values: group.values.filter(({ period }) => periods.some((p) => p.id === period)) };
  part.append(makeTable(shown, id, show));
  if (shown.values.length > 1 && group.kind !== "rank" && isEven(group)) part.append(makeChart(shown, show));
  return part;
}

// Bars of the newest periods, each with its places in their order; as many periods as there is room for.
function makeChart(group, { words, language }) {
  const rows = [], several = group.periods.length > 1;
  let bars = 0, drawn = 0;
  for (const period of group.periods) {
    const values = group.places.flatMap((place) => valuesOf(group, place, period).map((value) => ({ ...value, place })));
    if (drawn && bars + values.length > BARS) break;
    if (several) rows.push({ heading: period.words[language] });
    for (const { place, ...value } of values) {
      const printed = directionOf(group, value, words) + value.printed;
      rows.push({ ...value, label: place.name[language], printed, address: local(value.address) });
    }
    bars += values.length;
    drawn += 1;
  }
  const figure = make("figure", { className: "chart" }, drawBars(rows));
  figure.setAttribute("aria-label", fill(words.chart, { group: group.words[language].group }));
  const note = (text) => figure.append(make("p", { className: "note" }, text));
  if (drawn < group.periods.length) note(fill(words.drawn, { count: drawn }));
  if (rows.some((row) => row.bound && row.bound !== "exact")) note(words.open);
  if (rows.some((row) => row.value_to)) note(words.range);
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

function makeTable(group, id, show) {
  const { words, language } = show;
  const head = make("tr", {}, make("th", { scope: "col" }, words.place));
  head.append(...group.periods.map((period) => make("th", { scope: "col", className: "value-cell" }, period.words[language])));
  const rows = group.places.map((place) => {
    const name = mark(place.name[language]), address = place.address[language];
    const row = make("tr", {}, make("th", { scope: "row" }, ...(address ? [make("a", { href: local(address) }, ...name)] : name)));
    row.append(...group.periods.map((period) => makeCell(group, place, period, show)));
    return row;
  });
  const table = make("table", { className: "time-table" }, make("thead", {}, head), make("tbody", {}, ...rows));
  const scroll = make("div", { className: "scroll", tabIndex: 0 }, table);
  for (const element of [scroll, table]) element.setAttribute("aria-labelledby", id);
  scroll.setAttribute("role", "group");
  const gaps = table.querySelector(".none");
  return make("div", {}, scroll, ...(gaps ? [make("p", { className: "note" }, words.dash)] : []));
}

function makeCell(group, place, period, show) {
  const shown = valuesOf(group, place, period).map((value) => makeValue(group, value, show));
  return make("td", { className: "value-cell" }, ...(shown.length ? shown : [make("span", { className: "none" }, "—")]));
}

// The number as printed, which leads to its words; with it what it is in plain words of the page or in another unit.
function makeValue(group, value, { data, words, language }) {
  const link = make("a", { className: "value", href: local(value.address), lang: data.language }, value.printed);
  link.dataset.stat = value.id;
  const direction = directionOf(group, value, words);
  const element = make("div", {}, ...(direction ? [make("span", { className: "note" }, direction)] : []), link);
  for (const [name, said] of Object.entries({ plain: value.plain, converted: value.converted?.words })) {
    if (!said?.[language]) continue;
    const derived = make("span", { className: name }, ...mark(said[language]));
    derived.dataset.from = value.id;
    element.append(derived);
  }
  return element;
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
