// Eases what already works without it. Nothing here decides anything: the server does.
(() => {
  "use strict";
  const root = document.documentElement;
  const typing = (element) =>
    element.closest("input, textarea, select, [contenteditable], dialog[open]") !== null;

  // ---- errors first: the summary gets focus, its links go to the fields
  const summary = document.querySelector("[data-focus]");
  if (summary) {
    summary.focus();
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".summary a[href^='#']");
    const field = link && document.getElementById(link.hash.slice(1));
    if (field) {
      event.preventDefault();
      field.focus();
      (field.closest(".field") || field).scrollIntoView({ block: "center" });
    }
  });

  // ---- one press is one press; the command's key in the form makes the second harmless anyway
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.hasAttribute("data-once") || event.defaultPrevented) {
      return;
    }
    if (form.hasAttribute("data-sent")) {
      event.preventDefault();
      return;
    }
    form.setAttribute("data-sent", "");
    // The button must not be disabled before its name and value have gone along.
    setTimeout(() => mark(form, true), 0);
  });
  const mark = (form, sent) => {
    for (const button of form.querySelectorAll("button[type=submit]")) {
      if (sent) {
        button.setAttribute("aria-disabled", "true");
      } else {
        button.removeAttribute("aria-disabled");
      }
    }
  };
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("[data-sent]")) {
      form.removeAttribute("data-sent");
      mark(form, false);
    }
  });

  // ---- a typed day is answered with its weekday
  document.addEventListener("change", async (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || !field.dataset.day) {
      return;
    }
    const echo = field.parentElement.querySelector("output");
    const body = new URLSearchParams({ text: field.value });
    const token = root.querySelector("input[name=_csrf]");
    if (token) {
      body.set("_csrf", token.value);
    }
    try {
      const answer = field.value.trim() === "" ? null : await fetch(field.dataset.day, { method: "POST", body });
      echo.textContent = answer && answer.ok ? await answer.text() : "";
    } catch {
      echo.textContent = "";
    }
  });

  // ---- how many characters are left
  for (const area of document.querySelectorAll("textarea[data-max]")) {
    const left = document.createElement("p");
    left.className = "left";
    left.setAttribute("aria-live", "polite");
    area.after(left);
    let pause;
    const count = () => {
      left.textContent = `${Number(area.dataset.max) - [...area.value].length} ${area.dataset.left}`;
    };
    area.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(count, 400);
    });
    count();
  }

  // ---- panels close on Escape and on a press outside
  const closePanels = (except) => {
    for (const panel of document.querySelectorAll("details[data-closes][open]")) {
      if (panel !== except) {
        panel.open = false;
      }
    }
  };
  document.addEventListener("click", (event) => closePanels(event.target.closest("details[data-closes]")));

  // ---- short-cuts, which can be switched off (WCAG 2.1.4)
  const shortcuts = document.getElementById("shortcuts");
  const search = document.getElementById("search");
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    const dialog = opener && document.getElementById(opener.dataset.opens);
    if (dialog && dialog.showModal && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      show(dialog);
    }
  });
  const show = (dialog) => {
    dialog.showModal();
    dialog.querySelector("button").focus();
  };
  let going = 0;
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const open = document.querySelector("details[data-closes][open]");
      if (open) {
        closePanels(null);
        open.querySelector("summary").focus();
      }
      return;
    }
    if (!document.body.hasAttribute("data-shortcuts")
        || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
      return;
    }
    if (event.key === "/" && search) {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "?" && shortcuts) {
      event.preventDefault();
      show(shortcuts);
    } else if (event.key === "g") {
      going = event.timeStamp;
    } else if (/^[1-9]$/.test(event.key) && event.timeStamp - going < 1500) {
      const link = document.querySelectorAll(".menu-wide .menu__link")[Number(event.key) - 1];
      if (link) {
        link.click();
      }
    }
  });

  // ---- an answer that did not come is told where notices are
  const tell = () => {
    const notices = document.querySelector(".notices");
    if (notices && document.body.dataset.lost && !notices.querySelector("[data-lost-notice]")) {
      const notice = document.createElement("div");
      notice.className = "notice notice--danger";
      notice.setAttribute("data-lost-notice", "");
      notice.textContent = document.body.dataset.lost;
      notices.append(notice);
    }
  };
  document.body.addEventListener("htmx:responseError", tell);
  document.body.addEventListener("htmx:sendError", tell);
})();
