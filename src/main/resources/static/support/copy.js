// Copies the note before its form is sent. Without script one copies it by hand.
(() => {
  "use strict";
  const note = document.querySelector("[data-copy]");
  const form = document.querySelector("form[action$='/akten']");
  if (!note || !form || !navigator.clipboard) {
    return;
  }
  let copied = false;
  form.addEventListener("submit", async (event) => {
    if (copied) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    try {
      await navigator.clipboard.writeText(note.value);
    } catch {
      note.focus();
      note.select();
      document.execCommand("copy");
    }
    copied = true;
    form.requestSubmit();
  }, true);
})();
