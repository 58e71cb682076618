// The lists of the search index: where characters and pairs of characters stand. Pure functions; nothing is loaded here.
// The other side of sitegen/search/{numbers,terms,index}.py.

const LAST = 63, LASTS = 64, MORE = 33, MORES = 30; // "?" and on end a number, "!" and on lead to more of it
const RANKS = 3;

// The numbers of a text that encode_all made.
export function decode(text) {
  const numbers = [];
  let number = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < LAST) number = number * MORES + code - MORE;
    else {
      numbers.push(number * LASTS + code - LAST);
      number = 0;
    }
  }
  return numbers;
}

// The table of pages: [{path, date, start, title, headings, end}], the last four places in the texts of all pages.
export function readPages(lines) {
  let before = "", start = 0;
  return (lines ? lines.split("\n") : []).map((line) => {
    const [name, facts] = line.split("\t");
    const digits = name.search(/[?-~]/) + 1;
    const path = before.slice(0, decode(name.slice(0, digits))[0]) + name.slice(digits);
    const [date, length, title, headings] = decode(facts);
    const page = { path, date, start, title: start + title, headings: start + title + headings, end: start + length };
    before = path;
    start = page.end;
    return page;
  });
}

// Which file of lists has a term: the last one whose first term is not behind it; -1 where none is.
export function findFile(firsts, term) {
  let low = 0, high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firsts[middle] <= term) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

// The list of a term in a file as text; empty where the term stands nowhere.
export function findList(file, term) {
  const at = file.indexOf(`\n${term}\t`);
  if (at < 0) return "";
  const from = at + term.length + 2, to = file.indexOf("\n", from);
  return file.slice(from, to < 0 ? file.length : to);
}

// A pair's places, rising.
export function readPlaces(list) {
  let place = 0;
  return decode(list).map((gap) => (place += gap));
}

// A character's pages: Map from a page's number to {hits, rank}.
export function readHolders(list) {
  const holders = new Map();
  const numbers = decode(list);
  for (let i = 0, page = 0; i < numbers.length; i += 2) {
    page += numbers[i];
    holders.set(page, { hits: Math.floor(numbers[i + 1] / RANKS), rank: numbers[i + 1] % RANKS });
  }
  return holders;
}

// Where the pairs of a phrase begin that together cover it: 0, 2, 4 and so on, and the last pair.
export function cover(length) {
  const offsets = [];
  for (let offset = 0; offset < length - 1; offset += 2) offsets.push(offset);
  if (length % 2) offsets.push(length - 2);
  return offsets;
}

// Those of the starts from which a place is so far on; both rising.
export function keepFollowed(starts, places, offset) {
  let i = 0;
  return starts.filter((start) => {
    while (places[i] < start + offset) i++;
    return places[i] === start + offset;
  });
}

// The pages of places: Map from a page's number to {hits, rank}; rank 2 where one is in the title, 1 in a heading.
export function groupByPage(starts, pages) {
  const holders = new Map();
  let number = 0;
  for (const start of starts) {
    if (start >= pages[number].end) number = findPage(pages, start, number);
    const page = pages[number];
    const rank = start < page.title ? 2 : start < page.headings ? 1 : 0;
    const held = holders.get(number);
    if (held) {
      held.hits++;
      held.rank = Math.max(held.rank, rank);
    } else holders.set(number, { hits: 1, rank });
  }
  return holders;
}

function findPage(pages, place, from) {
  let number = from;
  while (place >= pages[number].end) number++;
  return number;
}

// Pages that hold all phrases, in order: [{page, hits}], hits as an array with a number for each phrase.
export function arrange(found, pages, order) {
  const shared = [...found[0].keys()].filter((number) => found.every((holders) => holders.has(number)));
  const rows = shared.map((number) => {
    const held = found.map((holders) => holders.get(number));
    const count = (rank) => held.filter((one) => one.rank >= rank).length;
    const hits = held.map((one) => one.hits);
    const total = hits.reduce((sum, one) => sum + one, 0);
    return { page: pages[number], number, hits, best: [count(2), count(1), total] };
  });
  const newest = (a, b) => b.page.date - a.page.date;
  const best = (a, b) => b.best[0] - a.best[0] || b.best[1] - a.best[1] || b.best[2] - a.best[2];
  const [first, second] = order === "date" ? [newest, best] : [best, newest];
  return rows.sort((a, b) => first(a, b) || second(a, b) || a.number - b.number);
}
