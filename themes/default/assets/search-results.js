// The results of a question: twenty at a time, each with its sentences and all hits marked as printed.

import { chinese, foreign, link, make, say } from "./search-parts.js";

export const PAGE = 20;
const PASSAGES = 3, AROUND = 40, SENTENCE_END = "。！？；";

// Shows as many results from the given one on; the first in place of what the list holds.
export async function showMore(list, results, { from = 0, count = PAGE, reports, outdated, failed }) {
  const items = await Promise.all(results.slice(from, from + count).map(async (result) =>
    makeItem(await result.read(), reports?.rowOf(result.path), reports)));
  if (outdated()) return;
  document.getElementById("search-more")?.remove();
  if (from) list.append(...items);
  else list.replaceChildren(...items);
  const left = results.length - from - items.length;
  if (left > 0) {
    const more = make("button", "search-more", say("search.more", { count: Math.min(left, PAGE) }));
    more.id = "search-more";
    more.type = "button";
    let busy = false; // a second click, before the first has shown anything, asks for nothing
    more.addEventListener("click", () => {
      if (busy) return;
      busy = true;
      const next = { from: from + items.length, reports, outdated, failed };
      showMore(list, results, next).catch(failed).finally(() => (busy = false));
    });
    list.after(more);
  }
  if (from) items[0]?.querySelector("a").focus();
}

function makeItem({ url, title, place, period, issuer, passages }, row, reports) {
  const headline = passages.find((passage) => passage.text.join("") === title);
  const shown = passages.filter((passage) => passage !== headline);
  // In the words of this page's language where it is known which report it is.
  const told = row === undefined ? { place, period } : reports.describe(row);
  const facts = [told.place, issuer, told.period].filter(Boolean).flatMap((fact, i) => [i ? " · " : "", ...foreign(fact)]);
  const item = make("li", "search-result");
  item.append(chinese(make("h2", "", link(url, ...(headline ? mark(headline) : [title])))));
  if (facts.length) item.append(make("p", "search-facts", ...facts));
  item.append(...shown.slice(0, PASSAGES).map((passage) => makePassage(url, title, passage)));
  const rest = shown.slice(PASSAGES);
  if (rest.length) {
    const summary = make("summary", "", say("search.rest", { count: rest.length }));
    item.append(make("details", "", summary, ...rest.map((passage) => makePassage(url, title, passage))));
  }
  return item;
}

function makePassage(url, title, passage) {
  const paragraph = chinese(make("p", "search-passage", ...mark(passage, url)));
  const { heading } = passage;
  if (heading?.text && heading.text !== title) {
    paragraph.append(" ", make("span", "search-heading", link(`${url}#${heading.id}`, heading.text)));
  }
  return paragraph;
}

// The sentences with hits, every hit in a <mark>; of a long sentence what stands near one. The first hit leads to the
// number that it touches.
function mark({ text, hits, anchor, heading }, url) {
  const nodes = [];
  let shown = 0;
  hits.forEach(([start, end], i) => {
    const from = Math.max(shown, sentenceStart(text, start));
    if (from > shown) nodes.push("…");
    const hit = make("mark", "", text.slice(start, end).join(""));
    const toStat = url && i === 0 && anchor && anchor !== heading?.id;
    nodes.push(text.slice(from, start).join(""), toStat ? link(`${url}#${anchor}`, hit) : hit);
    shown = Math.min(sentenceEnd(text, end), i + 1 < hits.length ? hits[i + 1][0] : text.length);
    nodes.push(text.slice(end, shown).join(""));
  });
  if (shown < text.length) nodes.push("…");
  return nodes;
}

function sentenceStart(text, hit) {
  for (let at = hit; at > 0 && at > hit - 2 * AROUND; at--) if (SENTENCE_END.includes(text[at - 1])) return at;
  return hit > 2 * AROUND ? hit - AROUND : 0;
}

function sentenceEnd(text, hit) {
  for (let at = hit; at < text.length && at < hit + 2 * AROUND; at++) if (SENTENCE_END.includes(text[at])) return at + 1;
  return text.length > hit + 2 * AROUND ? hit + AROUND : text.length;
}
