// Suggestions while typing: an editable combobox with a list, after the pattern of the ARIA Authoring Practices.
//
// A name leads to its page, because all that the archive knows of it stands there; whoever wants the words themselves
// found presses Enter without choosing. After a space the last word is completed and the whole is searched for, unless a
// name is spelled with that space: "xi hu zhen", "Tax revenue".

import { foreign, make, say } from "./search-parts.js";
import { kindOf, matchNames, openNames } from "./search-names.js";
import { readState } from "./search-state.js";

export function suggest(input, form, go) {
  const list = make("ul", "suggestions");
  list.id = "search-suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", say("search.suggestions"));
  list.hidden = true;
  const told = make("p", "unseen"); // a status of its own: the answer's is not overwritten
  told.setAttribute("role", "status");
  form.querySelector(".search-box").append(list);
  form.append(told);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) {
    input.setAttribute(name, value);
  }
  let options = []; // what is offered: { text, take }
  let active = -1;
  let composing = false; // an input method is at work: its keys are its own
  let asked = 0;

  function close() {
    asked++;
    list.hidden = true;
    options = [];
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function activate(number) {
    active = number;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === number)));
    if (number < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[number].id);
    list.children[number]?.scrollIntoView({ block: "nearest" });
  }

  async function update() {
    if (composing) return;
    const mine = ++asked;
    const names = await openNames().catch(() => null);
    if (mine !== asked || document.activeElement !== input) return;
    options = names ? offer(names, input.value, go) : [];
    list.replaceChildren(...options.map(makeOption));
    list.hidden = !options.length;
    input.setAttribute("aria-expanded", String(options.length > 0));
    activate(-1);
    const typed = input.value.trim();
    told.textContent = !typed ? "" : say(options.length ? "search.suggested" : "search.unsuggested", { count: options.length });
  }

  function take(number) {
    const { take: taken } = options[number];
    close();
    taken();
  }

  input.addEventListener("compositionstart", () => {
    composing = true;
    close();
  });
  input.addEventListener("compositionend", () => {
    composing = false;
    update();
  });
  input.addEventListener("input", update);
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
  input.addEventListener("keydown", (event) => {
    if (composing || event.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (list.hidden) update();
      // The place before the first option is the field itself.
      else activate(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault(); // the first Escape closes the list, the next clears the field
      close();
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      take(active);
    } else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key) && active >= 0) {
      activate(-1);
    }
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => {
    const number = [...list.children].indexOf(event.target.closest("[role=option]"));
    if (number >= 0) take(number);
  });
  if (input.value.trim() && input.value.trim() !== readState().q) update(); // typed while this was on its way
}

function offer(names, typed, go) {
  const [, before, last] = typed.match(/^(.*\S[\s　]+)?(\S*)[\s　]*$/su) ?? [];
  if (!last || typed.length > 100 || last.length > 30) return [];
  const meant = matchNames(names, typed);
  if (!before || meant.length) {
    return meant.map((entry) => ({ text: entry.name, kind: kindOf(entry), take: () => location.assign(entry.address) }));
  }
  return matchNames(names, last)
    .filter((entry) => entry.own !== last)
    .map(({ own }) => {
      const text = `${before.trim()} ${own}`;
      return { text, kind: say("search.complete"), take: () => go({ ...readState(), q: text }) };
    });
}

function makeOption({ text, kind }, i) {
  const option = make("li", "", make("span", "", ...foreign(text)), " ", make("span", "note", kind));
  option.id = `search-suggestion-${i}`;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  return option;
}
