// All reports with what they are narrowed down by, from reports.json; indicators and practices only when asked for.

import { data, language, loadFile, sameBuild, say } from "./search-parts.js";
import { namePeriod } from "./search-periods.js";
import { FACETS } from "./search-state.js";

const TITLES = 100; // reports in one file of titles

let opened;

export function openReports() {
  opened ??= Promise.all([loadFile("reports.json"), language === "en" ? loadFile("places-en.json") : null]).then(makeReports);
  opened.catch(() => (opened = undefined));
  return opened;
}

function makeReports([file, english]) {
  if (english) sameBuild(english, file);
  const places = [];
  for (const [above, own, name, label = name] of file.places) {
    const chain = above < 0 ? [] : [...places[above].chain, above];
    const inEnglish = english?.names[places.length];
    const shown = inEnglish ? say("name.both", { name: inEnglish, printed: label }) : label; // as this page calls it
    places.push({ id: above < 0 ? own : `${places[above].id}/${own}`, name, label, shown, above, chain });
  }
  const rows = file.place.map((place, i) => {
    const tail = file.tails[file.tail[i]];
    const [spelled, year, kind] = file.periods[file.period[i]];
    const path = tail.startsWith("/") ? tail.slice(1) : `${places[place].id}/${tail}`;
    return { path, place, spelled, year, kind };
  });
  const numbers = new Map(rows.map((row, i) => [`reports/${row.path}/`, i]));
  // Facet -> value -> the rows that have it.
  const having = { place: new Map(), year: new Map(), kind: new Map(), theme: unpack(file.themes) };
  rows.forEach((row, i) => {
    for (const place of [...places[row.place].chain, row.place]) add(having.place, places[place].id, i);
    if (row.year) add(having.year, String(row.year), i);
    add(having.kind, row.kind, i);
  });
  return {
    mark: file.mark,
    places,
    rows,
    rowOf: (path) => numbers.get(decodeURI(path)),
    load: (facet) => loadFacet(having, facet, file),
    isLoaded: (facet) => facet in having,
    narrow: (chosen, without) => narrow(having, rows.length, chosen, without),
    count: (facet, held) => countValues(having[facet], held),
    describe: (i) => describe(rows[i], places),
    // The held rows as results, the newest first.
    list: (held) => [...held].sort((a, b) => a - b).map((i) => ({
      path: `reports/${rows[i].path}/`,
      read: () => readReport(rows, i, places),
    })),
  };
}

// Differences between row numbers as the numbers.
function unpack(posted, first = 0) {
  const values = new Map();
  for (const [value, differences] of Object.entries(posted)) {
    let row = 0;
    values.set(value, differences.slice(first).map((difference) => (row += difference)));
  }
  return values;
}

function add(map, value, row) {
  if (!map.has(value)) map.set(value, []);
  map.get(value).push(row);
}

async function loadFacet(having, facet, reports) {
  if (facet in having) return;
  const file = sameBuild(await loadFile(`${facet}s.json`), reports);
  having[facet] = unpack(file.rows, facet === "practice" ? 1 : 0); // a practice's name stands before its rows
}

// The rows that have all chosen values, as a set; null where nothing is chosen. `without` leaves one facet out.
function narrow(having, total, chosen, without) {
  let held = null;
  for (const facet of FACETS) {
    if (!(facet in chosen) || facet === without) continue;
    const rows = having[facet]?.get(chosen[facet]) ?? [];
    held = new Set(held ? rows.filter((row) => held.has(row)) : rows);
  }
  return held;
}

// Value -> how many of the held rows have it; of all rows where `held` is null.
function countValues(values, held) {
  const counts = new Map();
  for (const [value, rows] of values) {
    const count = held ? rows.reduce((sum, row) => sum + held.has(row), 0) : rows.length;
    if (count) counts.set(value, count);
  }
  return counts;
}

const describe = (row, places) => ({ place: places[row.place].shown, period: namePeriod(row.spelled) });

async function readReport(rows, i, places) {
  const titles = await loadFile(`titles/${Math.floor(i / TITLES)}.json`);
  const [title, issuer] = titles[rows[i].path] ?? [];
  if (!title) throw new Error("titles of another build");
  const url = `${data.base}reports/${encodeURI(rows[i].path)}/`;
  return { url, title, issuer, ...describe(rows[i], places), passages: [] };
}
