// A card of figures for a question that is wholly explained: by one indicator, and perhaps by places and years.
// Where a word is left over, or where words might mean something else, there is no card.

import { foldText, foldWord, openNames } from "./search-names.js";
import { loadFile, sameBuild } from "./search-parts.js";

const MOST_PLACES = 3, LONGEST = 60;
const FNV_START = 0x811c9dc5, FNV_PRIME = 0x01000193;
// A year, and what may narrow it down to a half, a quarter or a month.
const TIME = /(^|[^\d.])((?:19|20)\d\d)(?![\d.])(?:年度|年)?(?:([上下])半年|第?([一二三四1-4])季度|-?([hq])([1-4])(?![a-z\d])|(1[0-2]|[1-9])月份?|全年)?/gu;
const CUT = "\n"; // stands where a place or a year was taken out

// What a card shows, as elements; null where the query is no such question.
export async function makeCard(query, index) {
  if (query.length > LONGEST) return null;
  const names = await openNames();
  const answered = await answer(query, names);
  if (answered) return answered;
  const simplified = await index.simplify(query);
  return simplified === query ? null : answer(simplified, names);
}

async function answer(query, names) {
  for (const question of readQuestion(query, names)) {
    const found = await findFacts(question, names);
    if (found.length) return (await import("./search-card.js")).showCard(question, found, names);
  }
  return null;
}

// The ways to understand a query, the likeliest first: { word, places: [number], times: ["2023-Q3"] }. Times are spelled as
// periods are; a year stands for all periods that end in it.
export function readQuestion(query, names) {
  const times = [];
  const text = foldText(query).replace(TIME, (_, before, year, half, quarter, sort, part, month) => {
    times.push(spellTime(year, half, quarter, sort, part, month));
    return before + CUT;
  });
  const { rest, places } = takePlaces(text, names);
  const questions = places?.length ? [{ word: findWord(rest, names), places, times }] : [];
  questions.push({ word: findWord(text, names), places: [], times });
  return questions.filter(({ word }) => word);
}

function spellTime(year, half, quarter, sort, part, month) {
  if (half) return `${year}-H${half === "上" ? 1 : 2}`;
  if (quarter) return `${year}-Q${"一二三四".indexOf(quarter) + 1 || quarter}`;
  if (sort) return `${year}-${sort.toUpperCase()}${part}`;
  return month ? `${year}-${month.padStart(2, "0")}` : year;
}

// Takes the names of places out of a text. Of places above one another the lowest is meant; of several that are called
// the same, the ones below a place that is named too. Places are null where too many could be meant.
function takePlaces(text, names) {
  names.byName ??= indexPlaces(names);
  const characters = [...text];
  const found = [];
  let rest = "";
  for (let at = 0; at < characters.length; ) {
    let length = Math.min(names.longest, characters.length - at);
    while (length > 1 && !names.byName.has(characters.slice(at, at + length).join(""))) length--;
    if (length > 1) found.push(names.byName.get(characters.slice(at, at + length).join("")));
    rest += length > 1 ? CUT : characters[at];
    at += Math.max(length, 1);
  }
  const isBelow = (place, others) => others.some((other) => names.places[place].chain.includes(other));
  const meant = found.map((own, i) => {
    const others = found.filter((_, j) => j !== i);
    const below = own.filter((place) => others.every((other) => isBelow(place, other) || !other.some((o) => names.places[o].chain.length < names.places[place].chain.length)));
    return below.length ? below : own;
  });
  const all = [...new Set(meant.flat())];
  const lowest = all.filter((place) => !all.some((other) => names.places[other].chain.includes(place)));
  return { rest, places: lowest.length <= MOST_PLACES ? lowest : null };
}

function indexPlaces(names) {
  const byName = new Map();
  names.longest = 1;
  names.places.forEach(({ name }, i) => {
    for (const one of [name, ...names.formerNames[i]]) {
      const word = foldWord(one);
      names.longest = Math.max(names.longest, [...word].length);
      byName.set(word, [...(byName.get(word) ?? []), i]);
    }
  });
  return byName;
}

// The one stretch of words that is left, without the empty words around it; "" where there are several or none.
function findWord(text, { before, after }) {
  const stretches = text.split(CUT).map((stretch) => strip(stretch, before, after)).filter(Boolean);
  return stretches.length === 1 ? foldWord(stretches[0]) : "";
}

function strip(text, before, after) {
  const trimmed = text.replace(/^[\s,，、:：;；。!！?？]+|[\s,，、:：;；。!！?？]+$/gu, "");
  const whole = (word, next) => !/[a-z]$/.test(word) || !/[a-z]/.test(next ?? ""); // "in" is no word in "income"
  const first = before.find((word) => trimmed.startsWith(word) && whole(word, trimmed[word.length]));
  if (first) return strip(trimmed.slice(first.length), before, after);
  const last = after.find((word) => trimmed.endsWith(word) && whole(word, trimmed[trimmed.length - word.length - 1]));
  return last ? strip(trimmed.slice(0, -last.length), before, after) : trimmed;
}

// [{ series, place, groups }]: for each series and place what the archive has for the times that are asked for.
async function findFacts({ word, places, times }, names) {
  const series = await findEntry(word, names);
  const asked = [];
  if (!places.length) for (const id of series ?? []) asked.push({ series: id, key: `#${id}` });
  for (const place of places) {
    const { id } = names.places[place];
    if (series) for (const one of series) asked.push({ series: one, place, key: `#${one}@${id}` });
    else asked.push({ word, place, key: `${word}@${id}` });
  }
  const found = await Promise.all(asked.map(async (one) => {
    const groups = ((await findEntry(one.key, names)) ?? []).map(readGroup);
    return { ...one, groups: groups.map((group) => ofTimes(group, times)).filter((group) => group.values.length) };
  }));
  return found.filter(({ groups }) => groups.length);
}

const readGroup = ([scope, kind, status, basis, unit, months, count, values]) => ({
  scope,
  kind,
  status,
  basis,
  unit,
  months,
  count,
  values: values.map(([place, report, id, printed, period, quote, words, direction]) =>
    ({ place, report, id, printed, period, quote, words, direction })),
});

function ofTimes(group, times) {
  if (!times.length) return group;
  const values = group.values.filter(({ period }) => times.some((time) => isOf(period, time)));
  return { ...group, values, count: values.length };
}

// Whether a period is the one asked for; a year asked for takes all that ends in it.
const isOf = (period, time) => (time.length === 4 ? period.split("/").pop().startsWith(time) : period === time);

async function findEntry(name, { shards, mark }) {
  return sameBuild(await loadFile(`facts/${hash(name) % shards}.json`), { mark }).facts[name];
}

// The copy of hash_key in sitegen/search/facts.py.
export function hash(text) {
  let made = FNV_START;
  for (const byte of new TextEncoder().encode(text)) made = Math.imul(made ^ byte, FNV_PRIME) >>> 0;
  return made;
}
