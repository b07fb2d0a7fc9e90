// The picture on the letter leads to /tid#CODE: what stands after # never leaves the browser.
(() => {
  "use strict";
  const field = document.getElementById("f-code");
  const code = decodeURIComponent(location.hash.slice(1));
  if (field && code && field.value === "") {
    field.value = code;
    history.replaceState(null, "", location.pathname + location.search);
    field.form.querySelector("button[type=submit]").focus();
  }
})();
