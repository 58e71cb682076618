// Ask the search index for phrases. What the search page may rely on, whatever the index is made of:
//
// parseQuery(query) → [phrase]           what a query asks for; all phrases must stand in a page. Empty: nothing to ask.
// openIndex(address) → Promise<index>    loads what every query needs. Rejects where the index is missing, not whole or
//                                        of another version than this script; a later call tries again.
// index.find(phrases, { order }) → Promise<[result]>
//                                        exactly the pages that hold all phrases, each phrase inside one block.
//                                        order "best" (default): a phrase in the title, then in a heading, then the
//                                        number of hits, then the newest; order "date": the newest first.
// index.simplify(text) → Promise<text>   traditional characters as simplified ones, as the index takes them.
// result.path                            the page's address below the base path, as "reports/a/b/2023/"; known for all
//                                        results at once, so that they can be filtered and counted by path.
// result.hits                            how often the phrases stand in the page.
// result.read() → Promise<page>          loads one page's text: { path, url, title, place, period, issuer, passages }.
//                                        Rejects like openIndex.
// passage                                a block with hits: { text, hits, heading, anchor }; text is an array of code
//                                        points as printed, hits are [start, end) in it, in order and apart; heading
//                                        { id, text } is the one it stands under, or undefined; anchor the id to link
//                                        to: of the stat that the first hit touches, else of the heading, or undefined.

import { addPairs, fold, foldAligned, key } from "./search-folding.js";
import {
  arrange, cover, findFile, findList, groupByPage, keepFollowed, readHolders, readPages, readPlaces,
} from "./search-lists.js";

const FORMAT = 1; // as in sitegen/search/index.py
const FILES_KEPT = 100, TEXTS_KEPT = 100; // so that a long session does not gather the whole index
const AT_ONCE = 8; // lists of a long phrase
const FEW = 10; // pages that are read rather than looked up further

// A query is words between spaces, all of which a page must hold; "in quotes" spaces belong to the phrase.
export function parseQuery(query) {
  const words = query.normalize("NFC").replace(/＂/g, '"').match(/"[^"]+"(?=\s|$)|\S+/gu) ?? [];
  const texts = words.map((word) => fold(/^"[^"]+"$/u.test(word) ? word.slice(1, -1) : word));
  return [...new Set(texts)].filter(Boolean).map((text) => ({ text }));
}

export async function openIndex(address) {
  const base = new URL(address, document.baseURI);
  let table = await loadTable(base, "no-cache");
  return {
    async find(phrases, { order = "best" } = {}) {
      try {
        return await find(table, phrases, order);
      } catch (error) {
        const fresh = await loadTable(base, "reload");
        if (fresh.build === table.build) throw error;
        table = fresh; // the archive has been published anew since the page was opened
        return find(table, phrases, order);
      }
    },
    simplify: async (text) => (await loadAllSame(table), [...text].map((one) => table.same.get(one) ?? one).join("")),
  };
}

async function load(url, cache = "default") {
  const response = await fetch(url, { cache });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

async function loadTable(base, cache) {
  const { format, build, pages, terms, same } = await (await load(new URL("index.json", base), cache)).json();
  if (format !== FORMAT) throw new Error(`the index has format ${format}, this script reads ${FORMAT}`);
  return { base, build, pages: readPages(pages), firsts: terms.split("\n"), same: addPairs(new Map(), same), files: new Map(), texts: new Map() };
}

// The whole table of traditional characters; what comes along with the index knows only those that stand in the texts.
async function loadAllSame(table) {
  table.allSame ??= load(new URL("simplified.txt", table.base)).then((response) => response.text());
  table.allSame.catch(() => (table.allSame = undefined));
  addPairs(table.same, await table.allSame);
}

async function loadList(table, term) {
  const number = findFile(table.firsts, term);
  if (number < 0) return "";
  const { files, base, build } = table;
  if (!files.has(number)) {
    const file = load(new URL(`terms/${build}/${number}.txt`, base)).then((response) => response.text());
    file.catch(() => files.delete(number));
    files.set(number, file);
    if (files.size > FILES_KEPT) files.delete(files.keys().next().value);
  }
  const text = await files.get(number);
  if (text[0] !== "\n") throw new Error(`list ${number} of the index is not one`);
  return findList(text, term);
}

async function find(table, phrases, order) {
  const found = await Promise.all(phrases.map((phrase) => findPhrase(table, phrase)));
  const keys = phrases.map((phrase) => key(phrase.text, table.same));
  return arrange(found, table.pages, order).map(({ page, hits }) => ({
    path: page.path,
    hits: hits.reduce((sum, one) => sum + one, 0),
    read: () => readResult(table, page, keys, hits),
  }));
}

// The pages that hold a phrase. What is not found may be traditional: the index holds no such character.
async function findPhrase(table, { text }) {
  const written = key(text, table.same);
  const found = await findKey(table, written);
  if (found.size || !/\p{Script=Han}/u.test(text)) return found;
  await loadAllSame(table);
  const simplified = key(text, table.same);
  return simplified.join("") === written.join("") ? found : findKey(table, simplified);
}

async function findKey(table, characters) {
  if (characters.length === 1) return readHolders(await loadList(table, characters[0]));
  const offsets = cover(characters.length);
  let starts;
  for (let done = 0; done < offsets.length; done += AT_ONCE) {
    const some = offsets.slice(done, done + AT_ONCE);
    const lists = await Promise.all(some.map((offset) => loadList(table, characters[offset] + characters[offset + 1])));
    if (!lists.every(Boolean)) return new Map();
    // Shortest first: nothing is gone through more often than it stands there.
    const order = some.map((offset, i) => ({ offset, list: lists[i] })).sort((a, b) => a.list.length - b.list.length);
    for (const { offset, list } of order) {
      const places = readPlaces(list);
      starts = starts ? keepFollowed(starts, places, offset) : places.map((place) => place - offset);
    }
    const holders = groupByPage(starts, table.pages);
    if (!holders.size || done + AT_ONCE >= offsets.length) return holders;
    if (holders.size <= FEW) return confirm(table, characters, holders);
  }
}

// Those of a few pages whose texts do hold the phrase.
async function confirm(table, characters, holders) {
  const counted = await Promise.all([...holders].map(async ([number, { rank }]) => {
    const { blocks } = await readText(table, table.pages[number]);
    return [number, { rank, hits: blocks.reduce((sum, block) => sum + findAll(block.key, characters).length, 0) }];
  }));
  return new Map(counted.filter(([, { hits }]) => hits));
}

// The texts that were read last are kept: one question often leads to the next.
function readText(table, page, cache) {
  const { texts } = table;
  if (cache === "reload" || !texts.has(page.path)) {
    const text = loadText(table, page, cache);
    text.catch(() => texts.delete(page.path));
    texts.set(page.path, text);
    if (texts.size > TEXTS_KEPT) texts.delete(texts.keys().next().value);
  }
  return texts.get(page.path);
}

async function loadText(table, page, cache) {
  const file = `text/${page.path.replace(/\/$/, "")}.json`;
  const { same = "", blocks, ...facts } = await (await load(new URL(encodeURI(file), table.base), cache)).json();
  const known = addPairs(new Map(table.same), same);
  return { facts, blocks: blocks.map(([text, id, stats = []]) => align({ text, id, stats }, known)) };
}

function align(block, same) {
  const { printed, folded, at } = foldAligned(block.text);
  return { ...block, printed, at, key: key(folded.join(""), same) };
}

// What a result shows: facts of its page, and each block that holds a phrase with all hits, as printed.
async function readResult(table, page, keys, hits) {
  for (const cache of ["default", "reload"]) {
    const { facts, blocks } = await readText(table, page, cache);
    const spans = keys.map((one) => blocks.map((block) => findAll(block.key, one)));
    // A text of another build would show other hits than those that were counted.
    if (spans.every((own, i) => own.flat().length === hits[i])) {
      const merged = blocks.map((_, i) => mergeSpans(spans.flatMap((own) => own[i])));
      const url = new URL(`../${encodeURI(page.path)}`, table.base).pathname;
      return { path: page.path, url, ...facts, passages: listPassages(blocks, merged) };
    }
  }
  throw new Error(`the text of ${page.path} is of another build`);
}

function listPassages(blocks, spans) {
  let heading;
  return blocks.flatMap(({ text, id, stats, printed, at }, i) => {
    if (id) heading = { id, text };
    if (!spans[i].length) return [];
    const hits = spans[i].map(([start, end]) => [at[start], at[end - 1] + 1]);
    return [{ text: printed, hits, heading, anchor: findStat(stats, hits[0]) ?? heading?.id }];
  });
}

// The stat whose number a hit touches; stats are start, end, id, start, end, id and so on.
function findStat(stats, [start, end]) {
  for (let i = 0; i < stats.length; i += 3) if (stats[i] < end && start < stats[i + 1]) return stats[i + 2];
  return undefined;
}

function findAll(text, phrase) {
  const spans = [];
  for (let start = 0; start + phrase.length <= text.length; start++) {
    let same = 0;
    while (same < phrase.length && text[start + same] === phrase[same]) same++;
    if (same === phrase.length) spans.push([start, start + phrase.length]);
  }
  return spans;
}

function mergeSpans(spans) {
  const merged = [];
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    const last = merged[merged.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
