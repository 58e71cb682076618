// Keeps a page of the preview as its files are, and shows what is wrong with them. Only pages of `sitegen serve` have it.

const script = document.querySelector("script[data-sitegen-version]");
const state = { version: script.dataset.sitegenVersion, html: null, busy: false, wanted: "" };
const remembered = "sitegen-preview-hidden";

// The page

const parse = (html) => new DOMParser().parseFromString(html, "text/html");
const withoutVersion = (html) => html.replace(/ data-sitegen-version="[^"]*"/, "");
const listScripts = (page) => [...page.scripts].filter((one) => one.src).map((one) => one.getAttribute("src")).join("\n");

// Change a node of the page as its source has changed. False where a script of the page has changed it as well: then
// nobody but that script knows what it should be, and the page is loaded anew.
function patch(live, before, after) {
  if (before.isEqualNode(after)) return true;
  if (live.nodeType !== after.nodeType || live.nodeName !== after.nodeName) return false;
  if (live.nodeType !== Node.ELEMENT_NODE) {
    if (live.data !== before.data) return false;
    live.data = after.data;
    return true;
  }
  patchAttributes(live, before, after);
  return patchChildren(live, [...before.childNodes], [...after.childNodes]);
}

function patchAttributes(live, before, after) {
  for (const { name, value } of after.attributes) {
    if (before.getAttribute(name) !== value) live.setAttribute(name, value);
  }
  for (const { name } of before.attributes) {
    if (!after.hasAttribute(name)) live.removeAttribute(name);
  }
}

function patchChildren(live, before, after) {
  const own = [...live.childNodes];
  if (own.length !== before.length) return false;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start].isEqualNode(after[start])) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end).isEqualNode(after.at(-1 - end))) end += 1;
  const old = before.slice(start, before.length - end);
  const made = after.slice(start, after.length - end);
  const there = own.slice(start, own.length - end);
  if (old.length === made.length) return there.every((node, number) => patch(node, old[number], made[number]));
  if (!there.every((node, number) => node.isEqualNode(old[number]))) return false;
  const next = own[own.length - end] ?? null;
  there.forEach((node) => node.remove());
  made.forEach((node) => live.insertBefore(document.importNode(node, true), next));
  return true;
}

// What a script of the page has fetched may have changed too, and only the script knows what it made of it.
function hasFetched() {
  const entries = performance.getEntriesByType("resource");
  return entries.some((one) => ["fetch", "xmlhttprequest"].includes(one.initiatorType) && !one.name.includes("/_sitegen/")
    && one.name.split("#")[0] !== location.href.split("#")[0]);
}

function show(html) {
  const before = parse(state.html);
  const after = parse(html);
  const same = listScripts(before) === listScripts(after) && !hasFetched();
  const done = same && patch(document.head, before.head, after.head) && patch(document.body, before.body, after.body);
  if (!done) return location.reload();
  patchAttributes(document.documentElement, before.documentElement, after.documentElement);
}

async function fetchPage() {
  const answer = await fetch(location.href, { cache: "no-cache" });
  const html = await answer.text();
  return { html: withoutVersion(html), version: html.match(/ data-sitegen-version="([^"]*)"/)?.[1] };
}

// The page as it was served, which is not what scripts have made of it since. Where it has changed in between, nobody
// knows what it was, and the next message loads it anew.
async function begin() {
  const { html, version } = await fetchPage();
  if (state.html === null && version === state.version) state.html = html;
}

async function update(version) {
  state.wanted = version;
  if (state.busy) return;
  state.busy = true;
  try {
    while (state.version !== state.wanted) {
      const wanted = state.wanted;
      if (state.html === null) return location.reload(); // changed before it was known as it was
      const { html } = await fetchPage();
      if (html !== state.html || hasFetched()) show(html);
      state.html = html;
      state.version = wanted;
      await tell();
    }
  } finally {
    state.busy = false;
  }
}

// The panel

const host = document.createElement("sitegen-preview");
const root = host.attachShadow({ mode: "open" });
const make = (name, className, text = "") => Object.assign(document.createElement(name), { className, textContent: text });
const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "/_sitegen/preview.css" });
const panel = make("section", "panel");
const bar = make("div", "bar");
const said = make("p", "said");
const button = make("button", "toggle");
const list = make("div", "list");
host.hidden = true;
said.setAttribute("role", "status");
button.type = "button";
list.id = "list";
list.tabIndex = 0;
button.setAttribute("aria-controls", "list");
bar.append(said, button);
panel.append(bar, list);
root.append(sheet, panel);
sheet.addEventListener("load", () => host.removeAttribute("style"));
host.style.display = "none"; // until it has its style
document.documentElement.append(host);
let told = null;

function remember(value) {
  try {
    sessionStorage.setItem(remembered, value);
  } catch {
    return; // no storage in this browser: it is asked again on the next page
  }
}

function isHidden() {
  try {
    return sessionStorage.getItem(remembered) === sign();
  } catch {
    return false;
  }
}

// Problems that were hidden once stay hidden, others are shown.
const sign = () => JSON.stringify([told.held, [...told.own, ...told.others].filter((one) => one.severity !== "note")]);

function unfold(open) {
  list.hidden = !open;
  button.setAttribute("aria-expanded", String(open));
  button.setAttribute("aria-label", open ? told.words.hide : told.words.show);
  button.textContent = open ? "×" : "▴";
}

function describe(problem) {
  const item = make("li", problem.severity);
  const head = make("p", "head");
  head.append(make("b", "name", problem.name), " ", make("code", "where", problem.where || problem.code));
  item.append(head, make("p", "what", problem.what));
  if (problem.text) item.append(make("p", "text", problem.text));
  if (problem.fix) item.append(make("p", "fix", problem.fix));
  return item;
}

function group(heading, problems, more = 0) {
  if (!problems.length) return [];
  const items = make("ul", "problems");
  items.append(...problems.map(describe));
  const rest = more ? [make("p", "more", told.words.more.replace("{n}", more))] : [];
  return [make("h2", "heading", heading), items, ...rest];
}

function draw() {
  const { words, counts } = told;
  const counted = Object.keys(counts).filter((name) => counts[name]);
  const lines = [told.missing && words.missing, told.held && words.held].filter(Boolean);
  const any = counted.length > 0;
  panel.lang = told.language;
  panel.setAttribute("aria-label", words.region);
  panel.className = `panel ${counted[0] ?? "none"}`;
  const text = told.counted || words.none;
  if (said.textContent !== text) said.textContent = text;
  list.replaceChildren(
    ...lines.map((line) => make("p", "line", line)),
    ...group(words.own, told.own),
    ...group(told.own.length || told.missing ? words.others : "", told.others, told.more),
  );
  list.querySelectorAll(".heading:empty").forEach((heading) => heading.remove());
  host.hidden = !any && !told.missing;
  unfold(told.missing || ((counts.error > 0 || counts.warning > 0) && !isHidden()));
}

async function tell() {
  const asked = new URLSearchParams({ page: location.pathname, lang: document.documentElement.lang });
  told = await (await fetch(`/_sitegen/state?${asked}`)).json();
  draw();
}

function hide() {
  unfold(false);
  remember(sign());
}

button.addEventListener("click", () => {
  if (!list.hidden) return hide();
  remember("");
  unfold(true);
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "Escape" || host.hidden || list.hidden || typing || event.defaultPrevented) return;
  const inside = root.activeElement;
  hide();
  if (inside) button.focus();
});

// What changes

await Promise.all([begin(), tell()]);
host.dataset.ready = "";
const events = new EventSource("/_sitegen/events");
events.addEventListener("version", (event) => {
  panel.classList.remove("lost");
  update(event.data).catch(() => undefined); // the preview went away meanwhile, and says so
});
events.addEventListener("error", () => {
  said.textContent = told.words.lost;
  panel.classList.add("lost");
  host.hidden = false;
});
events.addEventListener("open", () => tell().catch(() => undefined));
