// The names of places, indicators, practices and themes with their readings, from names.json.

import { data, language, loadFile, sameBuild, say } from "./search-parts.js";
import { openReports } from "./search-reports.js";
import { addPairs, fold, key } from "./search-folding.js";

const MOST = 8;

const same = new Map(); // traditional characters of the names as simplified ones
let opened;

export function openNames() {
  opened ??= Promise.all([loadFile("names.json"), openReports()]).then(makeNames);
  opened.catch(() => (opened = undefined));
  return opened;
}

// A text for comparing with names, as the index folds it.
export const foldText = (text) => key(fold(text), same).join("");

// What two spellings of a name have in common; the copy of fold_word in sitegen/search/facts.py.
export const foldWord = (text) => foldText(text).replace(/[ "'“”‘’「」『』《》]/gu, "");

function makeNames([file, reports]) {
  sameBuild(file, reports);
  addPairs(same, file.same);
  const english = language === "en";
  const name = (kind, folder) => (id, chinese, shown, readings, others) => ({
    kind,
    id,
    own: chinese, // as reports print it
    name: shown, // as this page calls it
    address: `${data.pages}${folder}/${encodeURI(id)}/`,
    words: [...new Set([chinese, shown, ...others].map(foldWord))],
    readings: readings.split("|").map((reading) => reading.split(" ")),
  });
  const [place, theme, indicator, practice] =
    ["place", "theme", "indicator", "practice"].map((kind) => name(kind, `${kind}s`));
  return {
    places: reports.places,
    shards: file.shards,
    mark: file.mark,
    before: file.before,
    after: file.after,
    formerNames: file.places.map(([, ...former]) => former),
    all: [
      ...file.places.map(([readings, ...former], i) =>
        place(reports.places[i].id, reports.places[i].name, reports.places[i].shown, readings, former)),
      ...file.indicators.map(([id, own, inEnglish, readings, ...others]) =>
        indicator(id, own, english && inEnglish ? inEnglish : own, readings, [inEnglish, ...others].filter(Boolean))),
      ...file.practices.map(([id, own, readings, ...others]) => practice(id, own, own, readings, others)),
      ...file.themes.map(([id, own, inEnglish, readings]) =>
        theme(id, own, english && inEnglish ? inEnglish : own, readings, [inEnglish])),
    ],
  };
}

export const kindOf = (entry) => say(`search.facet.${entry.kind}`);

// The names that what is typed may mean, the likeliest first.
export function matchNames(names, typed) {
  const word = foldWord(typed);
  const letters = /^[a-z0-9]+$/.test(word);
  const ranked = names.all.map((entry, i) => [rankName(entry, word, letters), entry.name.length, i, entry]);
  return ranked
    .filter(([rank]) => rank < Infinity)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
    .slice(0, MOST)
    .map(([, , , entry]) => entry);
}

function rankName({ words, readings }, word, letters) {
  if (!word) return Infinity;
  if (words[0].startsWith(word)) return 0;
  if (words.some((one) => one.startsWith(word))) return 1;
  if (letters && readings.some((syllables) => isSpelled(syllables, word))) return 2;
  if (words.some((one) => one.includes(word))) return 3;
  const inside = letters && word.length > 2;
  return inside && readings.some((syllables) => syllables.some((_, i) => i && isSpelled(syllables.slice(i), word))) ? 4 : Infinity;
}

// Whether letters are the beginnings of syllables, one after the other: xhz, xihuzhen and xihz for xi hu zhen.
function isSpelled([first, ...rest], letters) {
  if (!letters) return true;
  if (!first) return false;
  for (let length = Math.min(first.length, letters.length); length > 0; length--) {
    if (first.startsWith(letters.slice(0, length)) && isSpelled(rest, letters.slice(length))) return true;
  }
  return false;
}
