// What helps where nothing is found: the same without the chosen facets, each word by itself, the longest part that is
// found, and names that are nearly what was typed, or that its words or letters begin.

import { addressOf, isNarrowed } from "./search-state.js";
import { foreign, link, make, say } from "./search-parts.js";
import { foldWord, kindOf, matchNames, openNames } from "./search-names.js";

const LONGEST = 20, NEAR = 3;

// Elements; none where nothing helps. `pages` are those that hold the query when nothing is narrowed down.
export async function makeHelp(state, pages, { index, parseQuery }) {
  const made = [];
  const ask = (q) => addressOf({ ...state, q, chosen: {} });
  if (isNarrowed(state) && pages?.length) {
    const said = say("search.everywhere", { query: state.q, count: pages.length });
    return [make("p", "", link(ask(state.q), said))];
  }
  const phrases = parseQuery(state.q);
  if (phrases.length > 1) {
    const parts = await Promise.all(phrases.slice(0, 6).map(async (phrase) => ({
      text: phrase.text,
      count: (await index.find([phrase])).length,
    })));
    const found = parts.filter(({ count }) => count).map(({ text, count }) =>
      make("li", "", link(ask(text), say("search.part", { query: text, count }))));
    if (found.length) made.push(make("p", "", say("search.each")), make("ul", "links", ...found));
  } else if (phrases.length) {
    const part = await findLongestPart(phrases[0].text, index, parseQuery);
    if (part) made.push(make("p", "", link(ask(part.text), say("search.shorter", { query: part.text, count: part.count }))));
  }
  const names = await openNames().catch(() => null);
  const near = names ? findMeant(names, state.q, phrases) : [];
  if (near.length) {
    const items = near.map((entry) =>
      make("li", "", link(entry.address, ...foreign(entry.name)), make("span", "count", kindOf(entry))));
    made.push(make("p", "", say("search.near")), make("ul", "links", ...items));
  }
  return made;
}

// The longest part of a phrase that stands somewhere, of two characters at least. A part of what is found is found, so one
// walk along the phrase is enough; its pairs are loaded already.
async function findLongestPart(text, index, parseQuery) {
  const characters = [...text].slice(0, LONGEST);
  let best = null;
  for (let from = 0, to = 2; to <= characters.length; ) {
    const phrases = parseQuery(`"${characters.slice(from, to).join("")}"`);
    const found = phrases.length ? await index.find(phrases) : [];
    if (found.length) {
      if (to - from > (best ? [...best.text].length : 0)) best = { text: phrases[0].text, count: found.length };
      to++;
    } else {
      from++;
      to = Math.max(to, from + Math.max(2, best ? [...best.text].length + 1 : 2));
    }
  }
  return best;
}

// Names that the whole query may mean, and of several words each one.
function findMeant(names, query, phrases) {
  const words = phrases.length > 1 ? phrases.map(({ text }) => text) : [];
  const meant = [query, ...words].flatMap((text, i) => {
    const near = findNear(names, text);
    const found = near.length || [...foldWord(text)].length < 2 ? near : matchNames(names, text);
    return i ? found.slice(0, 1) : found;
  });
  return [...new Set(meant)].slice(0, NEAR);
}

// Names that differ in one character of three to five, or in two of more; of a longer name a part may be meant.
function findNear(names, query) {
  const word = [...foldWord(query)];
  if (word.length < 2 || word.length > LONGEST) return [];
  const reach = word.length < 6 ? 1 : 2;
  return names.all
    .map((entry) => [Math.min(...entry.words.map((one) => distance(word, [...one], word.length > 3))), entry])
    .filter(([far]) => far <= reach && far < word.length - 1)
    .sort((a, b) => a[0] - b[0])
    .slice(0, NEAR)
    .map(([, entry]) => entry);
}

// How many characters must be changed, added or left out to make one text of the other, or of any part of it.
function distance(one, other, anyPart) {
  let row = [0, ...other.map((_, i) => (anyPart ? 0 : i + 1))];
  for (const [i, character] of one.entries()) {
    const next = [i + 1];
    for (const [j, different] of other.entries()) {
      next.push(Math.min(row[j] + (character !== different), row[j + 1] + 1, next[j] + 1));
    }
    row = next;
  }
  return anyPart ? Math.min(...row) : row[other.length];
}
