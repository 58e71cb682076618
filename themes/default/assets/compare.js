// The comparing page: up to six places on an indicator. This lists the indicators; what is needed to compare is loaded when
// one is chosen, or where the address asks for one.
//
// The template gives the controls, the list of indicators (li[data-indicator][data-values]) and #compare-words, whose data-*
// attributes are the messages ({count}, {places}… stand for values).

import { make } from "./compare-elements.js";

const find = (name) => document.getElementById(`compare-${name}`);
const select = find("indicator");
const indicators = new Map(); // id -> { name, address, values }

for (const list of find("browse").querySelectorAll("ul")) {
  const group = make("optgroup", { label: list.previousElementSibling.textContent });
  for (const item of list.children) {
    const { indicator, values } = item.dataset;
    const link = item.querySelector("a");
    indicators.set(indicator, { name: link.textContent, address: link.href, values });
    group.append(make("option", { value: indicator }, link.textContent));
  }
  select.append(group);
}

async function compare(how) {
  const choice = await import("./compare-choice.js").catch(() => null);
  if (choice) choice[how](indicators);
  else find("status").textContent = find("words").dataset.missing;
}

select.addEventListener("change", () => compare("showPicked"));
if (location.search) compare("showAddress");
else select.value = ""; // a reload may have kept a choice that the address no longer has
