// The card of figures: each number as printed, with place, period and quote, leading to its words.

import { namePeriod } from "./search-periods.js";
import { chinese, data, foreign, link, make, say } from "./search-parts.js";

const MOST = 6; // values of one table

// Elements for what was found, one part for each series; parts of one series are put together over their places.
export function showCard({ places }, found, names) {
  const parts = new Map();
  for (const one of found) {
    const key = one.series ?? one.word;
    parts.set(key, [...(parts.get(key) ?? []), one]);
  }
  return [...parts.values()].flatMap((part) => showPart(part, places, names));
}

// Only values of one group stand beside each other: what differs in scope, kind, status, basis or length is counted.
function showPart(part, places, names) {
  const [{ series, groups: [first] }] = part;
  const together = part.flatMap(({ groups }) => groups.filter((group) => isLike(group, first)));
  const values = together.flatMap((group) => group.values);
  const shown = values.slice(0, MOST);
  const count = together.reduce((sum, group) => sum + group.count, 0);
  const others = part.flatMap(({ groups }) => groups).reduce((sum, group) => sum + group.count, 0) - count;
  const known = names.all.find((entry) => entry.kind === "indicator" && entry.id === series);
  const name = known ? known.name : shown[0].words;
  const title = places.length === 1 ? say("search.card-of", { place: names.places[places[0]].shown, name }) : name;
  const heading = make("h2", "", ...foreign(title));
  const list = make("ul", "card-values", ...shown.map((value) => showValue(value, first, names)));
  const links = [];
  const all = count > shown.length ? say("search.card-more", { count }) : say("search.card-all", { name });
  if (known) links.push(link(known.address, ...foreign(all)));
  if (places.length === 1) {
    const { id, shown: place } = names.places[places[0]];
    links.push(link(`${data.pages}places/${encodeURI(id)}/`, ...foreign(say("search.card-place", { place }))));
  }
  const made = [heading, list];
  if (others) made.push(make("p", "note", say("search.card-others", { count: others })));
  if (links.length) made.push(make("p", "card-links", ...links));
  return made;
}

const isLike = (one, other) => ["scope", "kind", "status", "basis", "unit", "months"].every((name) => one[name] === other[name]);

function showValue({ place, report, id, printed, period, quote, direction }, group, names) {
  const value = chinese(link(`${data.base}reports/${encodeURI(report)}/#${id}`, printed));
  value.className = "value";
  value.dataset.stat = id;
  const named = names.places.find(({ label }) => label === place)?.shown ?? place;
  const told = [named, namePeriod(period), nameSort(group, direction)].filter(Boolean);
  const what = make("span", "card-what", ...foreign(told.join(" · ")));
  return make("li", "", value, what, chinese(make("q", "", quote)));
}

// What sort of number it is, in the words of the reports' tables; "" for a plain reported quantity.
function nameSort({ kind, status, basis }, direction) {
  const said = status === "reported" ? [] : [say(`status.${status}`)];
  if (kind !== "level") said.push(say(`kind.${direction ?? kind}${basis ? "-of" : ""}`, { basis }));
  return said.join(say("join.notes"));
}
