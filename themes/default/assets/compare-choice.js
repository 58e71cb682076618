// What is compared: the indicator's values, the places to choose from, and what of them is shown. The choice stands in the
// address (?indicator=…&place=…&place=…); the values come from the indicator's value file.

import { fill, make, mark } from "./compare-elements.js";
import { makeResults } from "./compare-results.js";

const MOST = 6, LISTED = 40, VERSION = 1;

const find = (name) => document.getElementById(`compare-${name}`);
const [select, fieldset, filter, clear] = ["indicator", "places", "name", "clear"].map(find);
const [status, results, share, browse] = ["status", "results", "share", "browse"].map(find);
const choices = fieldset.querySelector(".choices");
const words = find("words").dataset;
const titleOfPage = document.title;
const language = document.documentElement.lang;

let indicators; // id -> { name, address, values }
const files = new Map(); // id -> promise of a value file
let data; // the value file on show
let chosen = []; // ids of places, in the order in which they were chosen
let asked = 0;

function load(id) {
  if (!files.has(id)) {
    const file = fetch(indicators.get(id).values).then(async (answer) => {
      const read = answer.ok ? await answer.json() : {};
      if (read.version !== VERSION) throw new Error(`no value file of version ${VERSION}`);
      return read;
    });
    file.catch(() => files.delete(id)); // the next choice tries again
    files.set(id, file);
  }
  return files.get(id);
}

function readAddress() {
  const query = new URLSearchParams(location.search);
  return { indicator: query.get("indicator") ?? "", places: [...new Set(query.getAll("place"))] };
}

function addressOf(indicator, places) {
  const pairs = [...(indicator ? [["indicator", indicator]] : []), ...places.map((place) => ["place", place])];
  const query = new URLSearchParams(pairs).toString().replaceAll("%2F", "/");
  return location.pathname + (query && `?${query}`);
}

function remember() {
  const address = addressOf(select.value, chosen);
  if (address !== location.pathname + location.search) history.pushState(null, "", address);
}

// Shows what an address asks for and says what of it cannot be shown. An indicator that was picked from the list takes
// over the places that report it too; where none does and there are few, all of them.
async function show({ indicator, places }, picked = false) {
  const mine = ++asked;
  const known = indicators.get(indicator);
  select.value = known ? indicator : "";
  document.title = known ? `${known.name} - ${titleOfPage}` : titleOfPage;
  if (!known) {
    chosen = [];
    if (picked) remember();
    return showNothing(indicator ? words.unknownIndicator : "");
  }
  status.textContent = words.loading;
  const loaded = await load(indicator).catch(() => null);
  if (mine !== asked) return;
  if (!loaded) return showNothing(words.missing, known);
  const reporting = loaded.places.map((place) => place.id);
  const valid = places.filter((place) => reporting.includes(place));
  chosen = picked && !valid.length && reporting.length <= MOST ? reporting : valid.slice(0, MOST);
  if (data !== loaded) {
    data = loaded;
    filter.value = "";
    find("filter").hidden = reporting.length <= LISTED / 2;
    listPlaces();
  }
  if (picked) remember();
  const strange = picked ? 0 : places.length - valid.length;
  const faults = strange ? [fill(words.unknownPlaces, { count: strange })] : [];
  if (valid.length > MOST) faults.push(fill(words.tooMany, { count: valid.length - MOST }));
  showChosen(faults);
}

// The same page in another language is asked for the same.
function keepLanguages() {
  for (const link of document.querySelectorAll("a[hreflang]")) link.search = location.search;
}

function showNothing(message, known) {
  keepLanguages();
  data = undefined;
  chosen = [];
  fieldset.hidden = share.hidden = results.hidden = true;
  browse.hidden = false;
  results.replaceChildren();
  status.textContent = message;
  if (known) status.append(words.between, make("a", { href: known.address }, fill(words.allValues, known)));
}

function listPlaces() {
  const wanted = filter.value.trim().toLowerCase();
  const called = (place) => [place.name, place.within].flatMap(Object.values).join(" ").toLowerCase();
  const fitting = data.places.filter((place) => chosen.includes(place.id) || called(place).includes(wanted));
  const listed = fitting.filter((place, number) => number < LISTED || chosen.includes(place.id));
  choices.replaceChildren(...listed.map(makeChoice));
  const left = fitting.length - listed.length;
  find("rest").textContent = left > 0 ? fill(words.rest, { count: left }) : "";
  markChosen();
}

function makeChoice(place) {
  const name = place.name[language], within = place.within[language];
  const called = make("span", {}, make("span", { className: "name" }, ...mark(name)));
  const told = place.name[data.language].includes(place.within[data.language]); // to tell it from one of the same name
  if (within && !told) called.append(make("span", { className: "note" }, ...mark(within)));
  return make("li", {}, make("label", {}, make("input", { type: "checkbox", name: "place", value: place.id }), called));
}

function markChosen() {
  for (const box of choices.querySelectorAll("input")) {
    box.checked = chosen.includes(box.value);
    box.disabled = chosen.length >= MOST && !box.checked;
  }
  clear.hidden = chosen.length === 0;
}

function showChosen(faults = []) {
  keepLanguages();
  markChosen();
  fieldset.hidden = false;
  browse.hidden = chosen.length > 0;
  const { element, groups, meet } = makeResults(data, chosen, words, language);
  results.replaceChildren(element);
  results.hidden = share.hidden = chosen.length === 0;
  find("address").value = new URL(addressOf(data.id, chosen), location.href).href;
  const said = [...faults];
  if (chosen.length) said.push(fill(meet ? words.shown : words.shownApart, { places: chosen.length, groups }));
  if (chosen.length < 2) said.push(words.pick);
  if (chosen.length === MOST && data.places.length > MOST) said.push(words.full);
  status.textContent = said.join(words.between);
}

choices.addEventListener("change", ({ target }) => {
  chosen = target.checked ? [...chosen, target.value].slice(0, MOST) : chosen.filter((place) => place !== target.value);
  remember();
  showChosen();
});
clear.addEventListener("click", () => {
  chosen = [];
  remember();
  showChosen();
  (choices.querySelector("input") ?? select).focus();
});
filter.addEventListener("input", listPlaces);
find("copy").addEventListener("click", async () => {
  find("address").select();
  await (navigator.clipboard?.writeText(find("address").value) ?? Promise.reject()).catch(() => document.execCommand("copy"));
  status.textContent = words.copied;
});
window.addEventListener("popstate", () => show(readAddress()));

// Shows what the address asks for, given the indicators that can be chosen.
export function showAddress(given) {
  indicators = given;
  return show(readAddress());
}

// Shows what was picked from the list, in place of what the address asks for.
export function showPicked(given) {
  indicators = given;
  return show({ indicator: select.value, places: chosen }, true);
}
