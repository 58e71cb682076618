// The answer to what stands in the address: a card of figures, results, facets with counts, or what helps where nothing
// is found. What was shown before stays until the new answer is there.

import { addressOf, isNarrowed, LONGEST } from "./search-state.js";
import { data, link, make, say } from "./search-parts.js";
import { learnNames, showChosen, showCounts, showGiven } from "./search-facets.js";
import { openReports } from "./search-reports.js";
import { PAGE, showMore } from "./search-results.js";

const find = (id) => document.getElementById(`search-${id}`);
const list = document.getElementById("results");
const [status, card, order, help, browse, chips] = ["status", "card", "order", "help", "browse", "chosen"].map(find);
const titleOfPage = document.title;

let engine;

// What answers a query: the index, and how a query is read.
export function openEngine() {
  engine ??= import("./search-index.js").then(async (module) => ({
    ...module,
    index: await module.openIndex(new URL(data.index, location.href).href),
  }));
  engine.catch(() => (engine = undefined)); // the next query tries again
  return engine;
}

// Answers a state of the page and says so. `go` takes one to another state.
export async function answer(state, { back, go, outdated }) {
  for (const other of document.querySelectorAll(".site-languages a")) other.search = location.search;
  document.title = state.q && state.q.length < 50 ? `${state.q} - ${titleOfPage}` : titleOfPage;
  if (!state.q && !isNarrowed(state)) {
    clear();
    showGiven(state);
    showChosen(state, chips, go);
    status.textContent = "";
    return;
  }
  status.textContent = say("search.loading");
  const found = await ask(state, go, outdated).catch(() => ({ message: say("search.missing") }));
  if (outdated()) return;
  if (!found.results?.length) clear();
  if (found.results) await show(state, found, back, outdated).catch(() => fail(found));
  if (outdated()) return;
  status.textContent = found.message;
  browse.hidden = list.children.length > 0;
  if (back?.y) scrollTo(0, back.y);
}

function fail(found) {
  clear();
  found.message = say("search.missing");
}

function clear() {
  list.replaceChildren();
  find("more")?.remove();
  card.hidden = order.hidden = help.hidden = true;
  browse.hidden = false;
}

// { message } or { message, results, pages, reports, facts }: what is found, before anything of it is shown.
async function ask(state, go, outdated) {
  if (state.q.length > LONGEST) return { message: say("search.long", { count: LONGEST }) };
  const asking = state.q ? findPages(state) : Promise.resolve(null);
  const answering = state.q && !isNarrowed(state) ? askFacts(state.q) : null;
  asking.catch(() => undefined); // awaited below
  // Without the table of reports a query is answered, only not narrowed down.
  const reports = await (isNarrowed(state) ? openReports() : openReports().catch(() => null));
  if (reports) {
    await Promise.all([learnNames(state.chosen, reports), ...Object.keys(state.chosen).map(reports.load)]);
    if (!outdated()) showChosen(state, chips, go);
  }
  const pages = await asking;
  if (state.q && !pages) return { message: say("search.marks") };
  const held = reports?.narrow(state.chosen) ?? null;
  const results = pages ? pages.filter(({ path }) => !held || held.has(reports.rowOf(path))) : reports.list(held);
  const facts = await answering;
  const message = tell(state, results.length) + (facts ? say("search.answered") : "");
  return { message, results, pages, reports, facts };
}

// The pages that hold a query, or null where it asks for nothing.
async function findPages({ q, date }) {
  const { index, parseQuery } = await openEngine();
  const phrases = parseQuery(q);
  return phrases.length ? index.find(phrases, { order: date ? "date" : "best" }) : null;
}

// What a card shows to a question for a number; null where the query is none, or what knows the answer is missing.
async function askFacts(q) {
  try {
    const [{ makeCard }, { index }] = await Promise.all([import("./search-facts.js"), openEngine()]);
    return await makeCard(q, index);
  } catch {
    return null;
  }
}

async function show(state, { results, pages, reports, facts }, back, outdated) {
  const failed = () => (status.textContent = say("search.missing"));
  if (results.length) await showMore(list, results, { count: Math.max(back?.shown ?? 0, PAGE), reports, outdated, failed });
  if (outdated()) return;
  card.hidden = !facts;
  card.replaceChildren(...(facts ?? []));
  showOrder(state, results.length);
  help.hidden = true;
  if (reports) {
    const rows = pages && new Set(pages.map(({ path }) => reports.rowOf(path)).filter((row) => row !== undefined));
    showCounts(state, rows, reports).catch(() => undefined); // the answer is whole without counts
  }
  if (!results.length && state.q) await showHelp(state, pages, outdated);
}

function showOrder(state, count) {
  order.hidden = !state.q || count < 2;
  const choices = [["search.best", false], ["search.newest", true]].map(([name, date]) => {
    const choice = link(addressOf({ ...state, date }), say(name));
    if (date === state.date) choice.setAttribute("aria-current", "true");
    return choice;
  });
  order.replaceChildren(make("span", "", say("search.order")), ...choices);
}

async function showHelp(state, pages, outdated) {
  const { makeHelp } = await import("./search-nothing.js");
  const made = await makeHelp(state, pages, await openEngine()).catch(() => []);
  if (outdated()) return;
  help.hidden = !made.length;
  help.replaceChildren(...made);
}

function tell(state, count) {
  if (!state.q) return say(count ? "search.listed" : "search.none-listed", { count });
  return say(`search.${count ? "found" : "none"}${isNarrowed(state) ? "-narrowed" : ""}`, { query: state.q, count });
}
