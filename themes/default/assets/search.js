// The search page: what a reader does changes the address, and what stands there is answered by search-answer.js.
// Nothing else is loaded before a reader turns to the search box, chooses a facet or comes with a question.

import { addressOf, choose, isNarrowed, readState } from "./search-state.js";

const form = document.getElementById("search-form");
const input = document.getElementById("q");
const list = document.getElementById("results");
const status = document.getElementById("search-status");
const facets = document.getElementById("search-facets");

let asked = 0;
let answering;
let answered; // the part of the address that was answered last

// A module that did not come is asked for again by the next question.
function load() {
  answering ??= import("./search-answer.js");
  answering.catch(() => (answering = undefined));
  return answering;
}

// Answers what stands in the address; `back` is what one comes back to: how many results, and where on the page.
async function run(back) {
  const mine = ++asked, outdated = () => mine !== asked;
  const state = readState();
  answered = location.search;
  input.value = state.q;
  if (!state.q && !isNarrowed(state) && !answering) return scrollTo(0, back?.y ?? scrollY);
  list.setAttribute("aria-busy", "true");
  try {
    const { answer } = await load();
    await answer(state, { back, go, outdated });
  } catch {
    if (!outdated()) status.textContent = status.dataset.missing;
  }
  if (!outdated()) list.setAttribute("aria-busy", "false");
}

// What one comes back to is kept with the address.
const remember = () => history.replaceState({ shown: list.children.length, y: Math.round(scrollY) }, "");

function go(state) {
  remember();
  const address = addressOf(state);
  if (address !== location.pathname + location.search) history.pushState(null, "", address);
  run();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go({ ...readState(), q: input.value.trim() });
});

// Facets lead to pages about what they name where there is no script; with it they narrow down. Links to this page with
// another question change the address and nothing is loaded again.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!link || !plain || event.defaultPrevented) return;
  const facet = link.closest("[data-facet]")?.dataset.facet;
  const here = link.origin === location.origin && link.pathname === location.pathname && link.search && !link.hash;
  if (!here && !(facet && link.dataset.value)) return;
  event.preventDefault();
  go(here ? readState(link.search) : choose(readState(), facet, link.dataset.value));
});

input.addEventListener("focus", async () => {
  const [{ openEngine }, { suggest }] = await Promise.all([load(), import("./search-suggest.js")]);
  openEngine().catch(() => undefined); // said when it is asked
  suggest(input, form, go);
}, { once: true });

// Wide screens show the facets beside the answer; browsers that cannot do so by style alone unfold them.
const wide = matchMedia("(min-width: 64rem)");
const unfold = () => facets && (facets.open = wide.matches);
wide.addEventListener("change", unfold);
unfold();

window.addEventListener("popstate", (event) => location.search !== answered && run(event.state)); // else a mere #main
window.addEventListener("pagehide", remember);
history.scrollRestoration = "manual";
run(history.state);
