// Buttons that copy a citation. Without this script the citations are there to be selected.

(function () {
  var words = document.querySelector("[data-copy]");
  if (!words) return;

  // Where the site does not know its host, the browser does.
  function complete(form) {
    var path = form.closest(".cite-box").dataset.path;
    return path ? form.textContent.split(path).join(location.origin + path) : form.textContent;
  }

  function select(form) {
    var range = document.createRange();
    range.selectNodeContents(form);
    var selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  function copy(form) {
    // The clipboard is closed to pages without a safe connection and to some browsers inside other programs.
    function byHand() {
      form.textContent = complete(form);
      select(form);
      return document.execCommand("copy") ? Promise.resolve() : Promise.reject(new Error("not copied"));
    }
    return navigator.clipboard ? navigator.clipboard.writeText(complete(form)).catch(byHand) : byHand();
  }

  document.querySelectorAll(".cite > div").forEach(function (entry) {
    var label = entry.querySelector("dt");
    var form = entry.querySelector("dd");
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.dataset.copy;
    button.setAttribute("aria-label", words.dataset.copy + " " + label.textContent);
    button.addEventListener("click", function () {
      copy(form).then(
        function () {
          button.textContent = words.dataset.copied;
          button.setAttribute("aria-label", words.dataset.copied + " " + label.textContent);
        },
        function () {
          select(form); // what the reader copies by hand is marked
        },
      );
    });
    label.append(" ", button);
  });
})();
