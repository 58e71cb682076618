// The search page: reads ?q=, asks the index, shows results. Nothing of the index is loaded before it is needed.
//
// The template gives form#search-form, input#q, ol#results, p#search-status[role=status] and #search-strings, whose
// data-* attributes are the messages ({count}, {query} stand for values) and data-pagefind the index's address.

const LONGEST = 300, PAGE = 20, PASSAGES = 3, AROUND = 40, SENTENCE_END = "。！？；";

const form = document.getElementById("search-form");
const input = document.getElementById("q");
const list = document.getElementById("results");
const status = document.getElementById("search-status");
const strings = document.getElementById("search-strings").dataset;
const browse = document.getElementById("search-browse");

const titleOfPage = document.title;

let engine;
let asked = 0;

function load() {
  engine ??= import("./search-index.js").then(async (module) => ({
    ...module,
    index: await module.openIndex(new URL(strings.pagefind, location.href).href),
  }));
  engine.catch(() => (engine = undefined)); // the next query tries again
  return engine;
}

const say = (name, values = {}) =>
  (strings[name] ?? "").replace(/\{(\w+)\}/g, (_, value) => String(values[value] ?? ""));

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

function link(address, ...children) {
  const element = make("a", "", ...children);
  element.href = address;
  return element;
}

async function run(query) {
  const mine = ++asked;
  const outdated = () => mine !== asked;
  document.title = query && query.length < 50 ? `${query} - ${titleOfPage}` : titleOfPage;
  list.replaceChildren();
  list.setAttribute("aria-busy", "true");
  document.getElementById("search-more")?.remove();
  if (browse) browse.hidden = false;
  tell(query ? say("loading") : "");
  const message = await answer(query, outdated).catch(() => say("missing"));
  if (outdated()) return;
  tell(message);
  if (browse) browse.hidden = list.children.length > 0;
  list.setAttribute("aria-busy", "false");
}

// Shows the results of a query and returns what is to be said of them.
async function answer(query, outdated) {
  if (!query) return "";
  if (query.length > LONGEST) return say("long", { count: LONGEST });
  const { index, parseQuery } = await load();
  const phrases = parseQuery(query);
  if (!phrases.length) return say("marks");
  const results = outdated() ? [] : await index.find(phrases);
  await show(results, 0, outdated);
  return say(results.length ? "found" : "none", { query, count: results.length });
}

function tell(message) {
  status.textContent = message;
}

async function show(results, from, outdated) {
  const items = await Promise.all(results.slice(from, from + PAGE).map(async (result) => makeItem(await result.read())));
  if (outdated()) return;
  document.getElementById("search-more")?.remove();
  list.append(...items);
  const left = results.length - from - items.length;
  if (left > 0) {
    const more = make("button", "search-more", say("more", { count: Math.min(left, PAGE) }));
    more.id = "search-more";
    more.type = "button";
    let busy = false; // a second click, before the first has shown anything, asks for nothing
    more.addEventListener("click", () => {
      if (busy) return;
      busy = true;
      show(results, from + PAGE, outdated)
        .catch(() => tell(say("missing")))
        .finally(() => (busy = false));
    });
    list.after(more);
  }
  if (from) items[0]?.querySelector("a").focus();
}

function makeItem({ url, title, place, period, issuer, passages }) {
  const headline = passages.find((passage) => passage.text.join("") === title);
  const shown = passages.filter((passage) => passage !== headline);
  const facts = [place, period, issuer].filter(Boolean).join(" · ");
  const item = make("li", "search-result", make("h2", "", link(url, ...(headline ? mark(headline) : [title]))));
  if (facts) item.append(make("p", "search-facts", facts));
  item.append(...shown.slice(0, PASSAGES).map((passage) => makePassage(url, title, passage)));
  const rest = shown.slice(PASSAGES);
  if (rest.length) {
    const summary = make("summary", "", say("rest", { count: rest.length }));
    item.append(make("details", "", summary, ...rest.map((passage) => makePassage(url, title, passage))));
  }
  return item;
}

function makePassage(url, title, passage) {
  const paragraph = make("p", "search-passage", ...mark(passage));
  const { heading } = passage;
  if (heading?.text && heading.text !== title) {
    paragraph.append(" ", make("span", "search-heading", link(`${url}#${heading.id}`, heading.text)));
  }
  return paragraph;
}

// The sentences with hits, every hit in a <mark>; of a long sentence what stands near one.
function mark({ text, hits }) {
  const nodes = [];
  let shown = 0;
  hits.forEach(([start, end], i) => {
    const from = Math.max(shown, sentenceStart(text, start));
    if (from > shown) nodes.push("…");
    nodes.push(text.slice(from, start).join(""), make("mark", "", text.slice(start, end).join("")));
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

const queryOfAddress = () => new URLSearchParams(location.search).get("q") ?? "";

function addressOf(query) {
  const address = new URL(location.href);
  if (query) address.searchParams.set("q", query);
  else address.searchParams.delete("q");
  address.hash = "";
  return address;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const query = input.value.trim();
  if (query !== queryOfAddress()) history.pushState(null, "", addressOf(query));
  run(query);
});
input.addEventListener("focus", load);
window.addEventListener("popstate", () => {
  input.value = queryOfAddress();
  run(input.value.trim());
});
if (queryOfAddress()) {
  input.value = queryOfAddress();
  run(input.value.trim());
}
