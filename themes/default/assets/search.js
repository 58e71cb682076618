// The search page: reads ?q=, asks the index, shows results. Nothing of the index is loaded before it is needed.
//
// The template gives form#search-form, input#q, ol#results, p#search-status[role=status] and #search-strings, whose
// data-* attributes are the messages ({count}, {query} stand for values) and data-pagefind the index's address.

const PAGE = 20, PASSAGES = 3, AROUND = 40;

const form = document.getElementById("search-form");
const input = document.getElementById("q");
const list = document.getElementById("results");
const status = document.getElementById("search-status");
const strings = document.getElementById("search-strings").dataset;
const browse = document.getElementById("search-browse");

let engine;
let asked = 0;

function load() {
  engine ??= import("./search-index.js").then(async (module) => ({
    ...module,
    index: await module.openIndex(new URL(strings.pagefind, location.href).href),
  }));
  engine.catch(() => {});
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

function link(address, text) {
  const element = make("a", "", text);
  element.href = address;
  return element;
}

async function run(query) {
  const mine = ++asked;
  query = query.trim();
  list.replaceChildren();
  document.getElementById("search-more")?.remove();
  if (browse) browse.hidden = false;
  if (!query) return tell("");
  tell(say("loading"));
  list.setAttribute("aria-busy", "true");
  try {
    const { index, parseQuery, LONGEST } = await load();
    if (mine !== asked) return;
    if ([...query].length > LONGEST) return tell(say("long", { count: LONGEST }));
    const phrases = parseQuery(query);
    if (!phrases.length) return tell(say("marks"));
    const results = await index.find(phrases);
    if (mine !== asked) return;
    if (!results.length) return tell(say("none", { query }));
    await show(results, 0, mine);
    if (mine !== asked) return;
    if (browse) browse.hidden = true;
    tell(say("found", { query, count: results.length }));
  } catch (error) {
    if (mine === asked) tell(say("missing"));
  } finally {
    if (mine === asked) list.setAttribute("aria-busy", "false");
  }
}

function tell(message) {
  status.textContent = message;
}

async function show(results, from, mine) {
  const items = await Promise.all(results.slice(from, from + PAGE).map(async (result) => makeItem(await result.read())));
  if (mine !== asked) return;
  document.getElementById("search-more")?.remove();
  list.append(...items);
  const left = results.length - from - items.length;
  if (left > 0) {
    const more = make("button", "search-more", say("more", { count: Math.min(left, PAGE) }));
    more.id = "search-more";
    more.type = "button";
    more.addEventListener("click", () => show(results, from + PAGE, mine));
    list.after(more);
  }
  if (from) items[0]?.querySelector("a").focus();
}

function makeItem({ url, title, place, period, issuer, passages }) {
  const facts = [place, period, issuer].filter(Boolean).join(" · ");
  const item = make("li", "search-result", make("h2", "", link(url, title)));
  if (facts) item.append(make("p", "search-facts", facts));
  item.append(...passages.slice(0, PASSAGES).map((passage) => makePassage(url, title, passage)));
  const rest = passages.slice(PASSAGES);
  if (rest.length) {
    const summary = make("summary", "", say("rest", { count: rest.length }));
    item.append(make("details", "", summary, ...rest.map((passage) => makePassage(url, title, passage))));
  }
  return item;
}

function makePassage(url, title, { text, hits, heading }) {
  const passage = make("p", "search-passage", ...markHits(text, hits));
  if (heading?.text && heading.text !== title) passage.append(" ", make("span", "search-heading", link(`${url}#${heading.id}`, heading.text)));
  return passage;
}

// The text around the hits, every hit in a <mark>; what stands far from any is left out.
function markHits(text, hits) {
  const nodes = [];
  let shown = 0;
  hits.forEach(([start, end], i) => {
    const from = Math.max(shown, start - AROUND);
    if (from > shown) nodes.push("…");
    nodes.push(text.slice(from, start).join(""), make("mark", "", text.slice(start, end).join("")));
    shown = Math.min(end + AROUND, i + 1 < hits.length ? hits[i + 1][0] : text.length);
    nodes.push(text.slice(end, shown).join(""));
  });
  if (shown < text.length) nodes.push("…");
  return nodes;
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
input.addEventListener("focus", load, { once: true });
window.addEventListener("popstate", () => {
  input.value = queryOfAddress();
  run(input.value);
});
if (queryOfAddress()) {
  input.value = queryOfAddress();
  run(input.value);
}
