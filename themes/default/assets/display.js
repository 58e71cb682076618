// Large type and high contrast, as the reader last chose them. A classic script in the head: it runs before anything is
// painted, so that nothing moves. Buttons name in data-display what they switch; without this script they are not shown.

(function () {
  var root = document.documentElement;

  function remembered(name) {
    try {
      return localStorage.getItem("display-" + name) === "on";
    } catch (error) {
      return false; // no storage in this browser: the choice holds for the page
    }
  }

  function remember(name, on) {
    try {
      if (on) localStorage.setItem("display-" + name, "on");
      else localStorage.removeItem("display-" + name);
    } catch (error) {
      return;
    }
  }

  function set(name, on) {
    root.classList.toggle("display-" + name, on);
    document.querySelectorAll('[data-display="' + name + '"]').forEach(function (button) {
      button.setAttribute("aria-pressed", String(on));
    });
  }

  var names = ["large", "contrast"];
  function restore() {
    names.forEach(function (name) {
      set(name, remembered(name));
    });
  }

  root.classList.add("display-ready");
  restore();
  document.addEventListener("DOMContentLoaded", restore);
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-display]");
    if (!button) return;
    var on = button.getAttribute("aria-pressed") !== "true";
    remember(button.dataset.display, on);
    set(button.dataset.display, on);
  });
  window.addEventListener("storage", restore); // chosen in another tab
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) restore(); // chosen on a page to which one came back
  });
})();
