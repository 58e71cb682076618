// Ask the search index for phrases. What the search page may rely on, whatever the index is made of:
//
// parseQuery(query) → [phrase]           what a query asks for; all phrases must stand in a page. Empty: nothing to ask.
// simplify(text) → Promise<text>         traditional characters as simplified ones, as the index folds them.
// openIndex(address) → Promise<index>    loads what every query needs. Rejects where the index is missing, not whole or
//                                        of another version than this script; a later call tries again.
// index.find(phrases, { order }) → Promise<[result]>
//                                        exactly the pages that hold all phrases, each phrase inside one block.
//                                        order "best" (default): a phrase in the title, then in a heading, then the
//                                        number of hits, then the newest; order "date": the newest first.
// result.path                            the page's address below the base path, as "reports/a/b/2023/"; known for all
//                                        results at once, so that they can be filtered and counted by path.
// result.read() → Promise<page>          loads one page's text: { path, url, title, place, period, issuer, passages }.
//                                        Rejects like openIndex.
// passage                                a block with hits: { text, hits, heading, anchor }; text is an array of code
//                                        points as printed, hits are [start, end) in it, in order and apart; heading
//                                        { id, text } is the one it stands under, or undefined; anchor the id to link
//                                        to: of the stat that the first hit touches, else of the heading, or undefined.

import { cutRun, findRuns, fold, foldAligned, key, rebuild } from "./search-folding.js";

// A query is words between spaces, all of which a page must hold; "in quotes" spaces belong to the phrase.
export function parseQuery(query) {
  const words = query.normalize("NFC").replace(/＂/g, '"').match(/"[^"]+"(?=\s|$)|\S+/gu) ?? [];
  const phrases = words
    .map((word) => fold(/^"[^"]+"$/u.test(word) ? word.slice(1, -1) : word))
    .map((text) => ({ text, key: key(text), runs: findRuns(text) }))
    .filter((phrase) => phrase.runs.length);
  return phrases.filter((phrase, i) => phrases.findIndex((other) => other.text === phrase.text) === i);
}

export const simplify = async (text) => text;

export async function openIndex(address) {
  const failed = watchFailures(address);
  const { createInstance } = await import(new URL("pagefind.js", address));
  const page = document.documentElement, language = page.lang;
  // Pagefind reads the language at once and would cut a Chinese query into words of its own (Pagefind issue 593).
  page.lang = "und";
  let pagefind;
  try {
    // A worker would be one more file to load, and search takes a few milliseconds.
    pagefind = createInstance({ noWorker: true });
  } finally {
    page.lang = language;
  }
  await pagefind.init();
  const below = new URL("../", address).pathname.length;
  return { find: (phrases, options) => find(pagefind, phrases, failed, below, options) };
}

async function find(pagefind, phrases, failed, below) {
  const runs = [...new Set(phrases.flatMap((phrase) => phrase.runs))];
  const found = await Promise.all(runs.map((run) => pagefind.search(`"${cutRun(run).join(" ")}"`)));
  if (failed()) throw new Error("a part of the index is missing");
  let pages = new Map(found[0].results.map((result) => [result.id, result]));
  for (const { results } of found.slice(1)) {
    const held = new Set(results.map((result) => result.id));
    pages = new Map([...pages].filter(([id]) => held.has(id)));
  }
  // Runs say which pages hold the parts of a phrase; whether they follow one another, only the text says.
  const unsure = phrases.filter((phrase) => phrase.runs.length > 1 || phrase.runs[0] !== phrase.text);
  if (unsure.length) {
    const holds = await Promise.all([...pages.values()].map(async (result) => {
      const blocks = await readBlocks(result);
      return unsure.every((phrase) => blocks.some((block) => findAll(block.key, phrase.key).length));
    }));
    pages = new Map([...pages].filter((_, i) => holds[i]));
  }
  const order = await rank(pagefind, runs, pages);
  return Promise.all(order.map(async (result) => ({
    path: (await result.data()).url.slice(below),
    read: () => readResult(result, phrases),
  })));
}

// Exact results all score alike; the same words unquoted load nothing more and say which page is about them.
async function rank(pagefind, runs, pages) {
  if (pages.size < 2) return [...pages.values()];
  const { results } = await pagefind.search(runs.flatMap(cutRun).join(" "));
  const place = new Map(results.map((result, i) => [result.id, i]));
  return [...pages.values()].sort((a, b) => (place.get(a.id) ?? Infinity) - (place.get(b.id) ?? Infinity) || 0);
}

async function readBlocks(result) {
  const { content } = await result.data();
  return rebuild(content).map((block) => ({ ...block, key: key(block.text) }));
}

// What a result shows: facts of its page, and each block that holds a phrase with all hits, as printed.
async function readResult(result, phrases) {
  const { url, meta, anchors } = await result.data();
  const asPrinted = JSON.parse(meta.printed ?? "{}");
  const blocks = await readBlocks(result);
  const headings = anchors.map(({ id, location }) => ({ id, location, text: "" }));
  const passages = [];
  for (const [number, block] of blocks.entries()) {
    const own = headings.find((heading) => heading.location === block.start);
    if (own) own.text = asPrinted[number] ?? block.text;
    const hits = mergeSpans(phrases.flatMap((phrase) => findAll(block.key, phrase.key)));
    if (!hits.length) continue;
    const { printed, at } = foldAligned(asPrinted[number] ?? block.text);
    const heading = headings.filter((heading) => heading.location <= block.start).pop();
    passages.push({
      text: printed,
      hits: hits.map(([start, end]) => [at[start], at[end - 1] + 1]),
      heading,
      anchor: heading?.id,
    });
  }
  return { url, ...meta, passages };
}

function findAll(text, phrase) {
  const spans = [];
  for (let start = 0; start + phrase.length <= text.length; start++) {
    if (phrase.every((character, i) => text[start + i] === character)) spans.push([start, start + phrase.length]);
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

// Pagefind takes a file that is not there for one that holds nothing; the browser knows better.
function watchFailures(address) {
  let failed = false;
  const note = (entries) => {
    failed ||= entries.some(({ name, responseStatus }) => name.startsWith(address) && responseStatus >= 400);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: "resource" });
  return () => {
    note(observer.takeRecords());
    return failed;
  };
}
