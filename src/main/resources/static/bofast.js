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

  // ---- what is typed is kept while one types: a lost log-in or a closed lid loses nothing
  const typed = (form) => [...form.elements].filter((field) =>
    field.name && !field.disabled && field.matches("input, textarea, select")
    && !["hidden", "password", "file", "submit", "button"].includes(field.type));
  const written = (form) => {
    const fields = new URLSearchParams();
    for (const field of typed(form)) {
      if (!["checkbox", "radio"].includes(field.type) || field.checked) {
        fields.append(field.name, field.value);
      }
    }
    return fields.toString();
  };
  const fill = (form, text) => {
    const fields = new URLSearchParams(text);
    const seen = new Map();
    for (const field of typed(form)) {
      const values = fields.getAll(field.name);
      if (["checkbox", "radio"].includes(field.type)) {
        field.checked = values.includes(field.value);
      } else {
        const place = seen.get(field.name) || 0;
        seen.set(field.name, place + 1);
        if (place < values.length) {
          field.value = values[place];
        }
      }
      if (field.value) {
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }
    }
  };
  const keepDraftsOf = (form) => {
    const place = form.dataset.draft;
    const action = new URL(form.getAttribute("action") || "", location.href);
    const ids = [...form.elements].filter((field) =>
      field.type === "hidden" && field.name && !["_csrf", "commandKey", "draft"].includes(field.name));
    const hidden = new URLSearchParams(ids.map((field) => [field.name, field.value])).toString();
    const name = action.pathname + action.search + (hidden ? "#" + hidden : "");
    const kept = form.querySelector("[data-draft-kept]");
    const found = form.querySelector("[data-draft-found]");
    const fresh = form.dataset.draftFresh === "yes";
    let known = written(form);
    let pause;
    let sending = null;
    let sent = false;

    const here = () => {
      if (fresh) {
        return location.pathname + location.search;
      }
      const from = document.referrer ? new URL(document.referrer) : null;
      return from && from.origin === location.origin ? from.pathname + from.search : "";
    };
    const ask = (path, values) => fetch(place + path, {
      method: "POST",
      redirect: "manual",
      keepalive: true,
      signal: sending ? sending.signal : undefined,
      body: new URLSearchParams({ _csrf: form.elements._csrf.value, form: name, ...values }),
    });
    // Who was logged out and in again in another tab goes on here, with that log-in's token.
    const freshToken = async () => {
      const answer = await fetch(`${place}/nyckel?account=${form.dataset.draftAccount}`, { redirect: "manual" });
      if (answer.ok) {
        const token = await answer.text();
        for (const field of document.querySelectorAll("input[name=_csrf]")) {
          field.value = token;
        }
      }
      return answer.ok;
    };
    const tell = (text, lost) => {
      kept.textContent = text;
      kept.classList.toggle("draft__kept--lost", lost);
      kept.setAttribute("role", lost ? "alert" : "presentation");
      kept.hidden = false;
    };
    const keep = async () => {
      clearTimeout(pause);
      const now = written(form);
      if (sent || now === known) {
        return;
      }
      sending = new AbortController();
      const values = {
        page: here(),
        title: document.querySelector("h1") ? document.querySelector("h1").textContent.trim() : "",
        key: form.elements.commandKey.value,
        fields: now,
      };
      try {
        let answer = await ask("", values);
        if (answer.status === 403 && await freshToken()) {
          answer = await ask("", values);
        }
        if (!answer.ok) {
          throw new Error("not kept");
        }
        known = now;
        tell(kept.dataset.draftKept.replace("{0}", await answer.text()), false);
      } catch {
        if (!sent) {
          tell(kept.dataset.draftLost, true);
          pause = setTimeout(keep, 5000);
        }
      }
      sending = null;
    };
    const later = () => {
      clearTimeout(pause);
      pause = setTimeout(keep, 1200);
    };
    form.addEventListener("input", later);
    form.addEventListener("change", later);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") {
        keep();
      }
    });
    form.addEventListener("submit", () => {
      sent = true;
      clearTimeout(pause);
      if (sending) {
        sending.abort();
      }
      if (!form.elements.draft) {
        const field = document.createElement("input");
        field.type = "hidden";
        field.name = "draft";
        form.append(field);
      }
      form.elements.draft.value = name;
    });
    window.addEventListener("pageshow", () => {
      sent = false;
    });
    const restore = async () => {
      const answer = await ask("/hamta", {});
      if (answer.status !== 200) {
        return;
      }
      const draft = new URLSearchParams(await answer.text());
      if (draft.get("fields") === written(form) || written(form) !== known) {
        return;
      }
      fill(form, draft.get("fields"));
      form.elements.commandKey.value = draft.get("key");
      known = written(form);
      found.querySelector("p").textContent = found.dataset.draftFound.replace("{0}", draft.get("at"));
      found.hidden = false;
      found.querySelector("button").addEventListener("click", async () => {
        await ask("/kasta", { quiet: "yes" });
        known = "";
        sent = true;
        location.replace(location.href);
      });
    };
    if (fresh && typed(form).length > 0) {
      restore().catch(() => {});
    }
  };
  for (const form of document.querySelectorAll("form[data-draft]")) {
    keepDraftsOf(form);
  }

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
