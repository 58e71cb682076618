// A page that moved sends the browser on by itself, which loses what stands after # in the address: the number that was
// cited. So this goes there instead. It runs before the page's own refresh is read; stopping keeps that from being read.

(function () {
  var to = document.currentScript.dataset.to;
  if (!location.hash) return;
  window.stop();
  location.replace(to + location.hash);
})();
