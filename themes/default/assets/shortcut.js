// The key / goes to the search field, or to the search page where there is none. Not while one types; and whoever needs
// the key for something else, as with speech input, switches it off on the search page, which is remembered.

const field = document.querySelector("input[type=search]");
const choice = document.getElementById("search-keys");

function isOff() {
  try {
    return localStorage.getItem("shortcut") === "off";
  } catch {
    return false; // no storage in this browser
  }
}

if (choice) {
  const box = choice.querySelector("input");
  choice.hidden = false;
  box.checked = !isOff();
  box.addEventListener("change", () => {
    try {
      localStorage.setItem("shortcut", box.checked ? "on" : "off");
    } catch {
      box.checked = true;
    }
  });
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  const other = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented;
  if (event.key !== "/" || typing || other || isOff()) return;
  const page = document.querySelector("a[rel~=search]");
  if (!field && !page) return;
  event.preventDefault();
  if (!field) return location.assign(`${page.href}#q`);
  field.focus();
  field.select();
});

if (field && location.hash === `#${field.id}`) field.focus();
