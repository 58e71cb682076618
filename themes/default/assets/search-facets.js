// The facets on the page: links that narrow the answer down, with the number of reports behind each. What the template
// gives stands until something is asked, and again when nothing is.

import { addressOf, choose, FACETS, isNarrowed } from "./search-state.js";
import { foreign, language, link, loadFile, make, say } from "./search-parts.js";

const SHOWN = 8, FOLDED = 32, PLACES = 40; // as many as the template shows
const KINDS = ["year", "half", "quarter", "month", "other"];

const root = document.getElementById("search-facets");
const groups = new Map([...(root?.querySelectorAll("[data-facet]") ?? [])].map((group) => [group.dataset.facet, group]));
const names = new Map(); // "facet value" -> its name, as far as it is known
const given = new Map(); // facet -> what the template gave
let current; // what is asked and found now

for (const [facet, group] of groups) {
  const body = group.querySelector(".facet-body");
  given.set(facet, [...body.childNodes]);
  for (const value of body.querySelectorAll("[data-value]")) names.set(`${facet} ${value.dataset.value}`, value.textContent);
  group.addEventListener("toggle", () => group.open && current && countGroup(facet, current));
}

export const nameOf = (facet, value) => names.get(`${facet} ${value}`) ?? (facet === "year" ? value : say("search.unnamed"));

// Loads the names of chosen values that the page does not have.
export async function learnNames(chosen, reports) {
  for (const place of reports.places) names.set(`place ${place.id}`, place.shown);
  const unknown = Object.entries(chosen).filter(([facet, value]) => !names.has(`${facet} ${value}`));
  await Promise.all(unknown.map(([facet]) => loadNames(facet)));
}

async function loadNames(facet) {
  if (facet === "practice") {
    const { rows } = await loadFile("practices.json");
    for (const [id, [name]] of Object.entries(rows)) names.set(`practice ${id}`, name);
  } else if (facet === "indicator" || facet === "theme") {
    const file = await loadFile("names.json");
    for (const [id, name, english] of file[`${facet}s`]) {
      names.set(`${facet} ${id}`, language === "en" && english ? english : name);
    }
  }
}

// Links of the template lead to pages about what they name; with script they narrow down.
export function showGiven(state) {
  current = undefined;
  for (const [facet, group] of groups) {
    group.querySelector(".facet-body").replaceChildren(...given.get(facet));
    for (const value of group.querySelectorAll("[data-value]")) {
      value.href = addressOf(choose(state, facet, value.dataset.value));
    }
  }
}

// Shows the facets of an answer: `found` are the rows that hold the query, or null where all do.
export function showCounts(state, found, reports) {
  current = { state, found, reports };
  const asked = current;
  return Promise.all([...groups].map(([facet, group]) => {
    if (group.open || facet in state.chosen) return countGroup(facet, asked);
    group.querySelector(".facet-body").replaceChildren(); // counted when it is opened
    return undefined;
  }));
}

async function countGroup(facet, asked) {
  const { state, found, reports } = asked;
  await Promise.all([reports.load(facet), facet === "indicator" || facet === "practice" ? loadNames(facet) : null]);
  if (asked !== current) return;
  const narrowed = reports.narrow(state.chosen, facet);
  const held = found && narrowed ? new Set([...found].filter((row) => narrowed.has(row))) : (found ?? narrowed);
  const counts = reports.count(facet, held);
  if (facet in state.chosen && !counts.has(state.chosen[facet])) counts.set(state.chosen[facet], 0);
  const body = groups.get(facet).querySelector(".facet-body");
  const focused = body.contains(document.activeElement) ? document.activeElement.dataset.value : undefined;
  const unfolded = body.querySelector(".facet-more")?.open;
  body.replaceChildren(...listValues(facet, counts, asked, unfolded));
  if (focused) (body.querySelector(`[data-value="${CSS.escape(focused)}"]`) ?? groups.get(facet).querySelector("summary")).focus();
}

function listValues(facet, counts, { state, reports }, unfolded) {
  const shown = facet === "place" ? PLACES : SHOWN;
  const values = sortValues(facet, counts, state.chosen[facet], reports);
  const make1 = ([value, count, level]) => makeValue(facet, value, count, level, state);
  const made = [make("ul", "facet-values", ...values.slice(0, shown).map(make1))];
  const folded = values.slice(shown, shown + FOLDED);
  if (folded.length) {
    const more = make("details", "facet-more", make("summary", "", say("search.further", { count: folded.length })));
    more.open = Boolean(unfolded);
    more.append(make("ul", "facet-values", ...folded.map(make1)));
    made.push(more);
  }
  return made;
}

// [value, count, level], the chosen one among those in sight.
function sortValues(facet, counts, chosen, reports) {
  if (facet === "place") return sortPlaces(counts, chosen, reports.places);
  const values = [...counts].map(([value, count]) => [value, count, 0]);
  if (facet === "year") return values.sort((a, b) => b[0] - a[0]);
  if (facet === "kind") return values.sort((a, b) => KINDS.indexOf(a[0]) - KINDS.indexOf(b[0]));
  return values.sort((a, b) => (b[0] === chosen) - (a[0] === chosen) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

// The tree of places: all of it where it is small, else the upper levels and what lies around the chosen place.
function sortPlaces(counts, chosen, places) {
  const values = places.flatMap((place, i) => (counts.has(place.id) ? [{ ...place, i }] : []));
  const own = places.findIndex((place) => place.id === chosen);
  const near = new Set(own < 0 ? [] : [...places[own].chain, own]);
  const fits = (depth) => values.filter((place) => place.chain.length <= depth).length <= PLACES;
  const depth = [2, 1, 0].find(fits) ?? 0;
  return values
    .filter((place) => place.chain.length <= depth || near.has(place.i) || near.has(place.above))
    .map((place) => [place.id, counts.get(place.id), place.chain.length]);
}

function makeValue(facet, value, count, level, state) {
  const chosen = state.chosen[facet] === value;
  const leading = link(addressOf(choose(state, facet, chosen ? "" : value)), ...foreign(shortName(facet, value)));
  leading.dataset.value = value;
  if (chosen) leading.setAttribute("aria-current", "true");
  return make("li", `level-${level}`, leading, make("span", "count", say("count.of-reports", { count })));
}

// In the tree a place needs no words to tell it apart.
const shortName = (facet, value) => (facet === "year" ? say("period.year", { year: value }) : nameOf(facet, value));

// What is chosen, as buttons that take it away, and in the summary that a phone shows.
export function showChosen(state, list, remove) {
  const chosen = FACETS.filter((facet) => facet in state.chosen);
  const focused = list.contains(document.activeElement) ? [...list.querySelectorAll("button")].indexOf(document.activeElement) : -1;
  list.replaceChildren(...chosen.map((facet) => {
    const value = shortName(facet, state.chosen[facet]);
    const button = make("button", "chip", make("span", "chip-name", say(`search.facet.${facet}`)), " ", ...foreign(value), make("span", "chip-mark", "×"));
    button.type = "button";
    button.setAttribute("aria-label", say("search.remove", { facet: say(`search.facet.${facet}`), value }));
    button.lastChild.setAttribute("aria-hidden", "true");
    button.addEventListener("click", () => remove(choose(state, facet, "")));
    return make("li", "", button);
  }));
  list.hidden = !chosen.length;
  if (focused >= 0) {
    const buttons = list.querySelectorAll("button");
    (buttons[Math.min(focused, buttons.length - 1)] ?? document.getElementById("q")).focus();
  }
  const told = chosen.map((facet) => shortName(facet, state.chosen[facet])).join(say("join.list"));
  const narrowed = document.getElementById("search-narrowed");
  if (narrowed) narrowed.textContent = isNarrowed(state) ? say("search.narrowed", { chosen: told }) : "";
}
