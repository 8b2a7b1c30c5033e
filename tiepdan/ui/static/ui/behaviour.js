// Small behaviours that improve every page; nothing depends on them.
"use strict";

// An open menu closes with Escape and with a click elsewhere.
document.addEventListener("click", (event) => {
  for (const fold of document.querySelectorAll("details.fold[open]")) {
    if (!fold.contains(event.target)) fold.removeAttribute("open");
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const fold of document.querySelectorAll("details.fold[open]")) {
    fold.removeAttribute("open");
    fold.querySelector("summary").focus();
  }
});

// On paper every limit says why: folds are opened for printing and closed again after it.
window.addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details.why:not([open])")) {
    fold.dataset.opened = "";
    fold.open = true;
  }
});
window.addEventListener("afterprint", () => {
  for (const fold of document.querySelectorAll("details.why[data-opened]")) {
    delete fold.dataset.opened;
    fold.open = false;
  }
});

// What went wrong takes the focus, so that keyboard and screen reader start there.
const focusTrouble = (root) => {
  const trouble = root.querySelector("[data-focus]");
  if (trouble) trouble.focus();
};
focusTrouble(document);
document.addEventListener("htmx:afterSwap", (event) => focusTrouble(event.target));

// The theme changes without a round trip; the server remembers it for the next page.
document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-theme-form]");
  if (!form || !event.submitter) return;
  event.preventDefault();
  const chosen = event.submitter.value;
  document.documentElement.dataset.theme = chosen;
  for (const button of form.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button === event.submitter));
  fetch(form.action, { method: "POST", body: new URLSearchParams([...new FormData(form), ["theme", chosen]]) });
});

// Logging in again in another tab makes the mark of every open form an old one: each takes the mark of now as it goes.
document.addEventListener("submit", (event) => {
  const mark = event.target.method === "post" && event.target.elements.namedItem("csrfmiddlewaretoken");
  const name = document.body.classList.contains("practice") ? "practice_csrftoken" : "csrftoken";  // settings.CSRF_COOKIE_NAME
  const now = new RegExp(`(?:^|;\\s*)${name}=([^;]+)`).exec(document.cookie);
  if (mark && now) mark.value = now[1];
}, true);

// A browser that goes "back" fills in what was typed but not the hidden key of the form: it gets the key it was sent with,
// so that sending the same again stores nothing twice. The key says nothing of what was typed.
const wentBack = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
for (const key of document.querySelectorAll("input[name=request_key]")) {
  const place = `key:${location.pathname}`;
  if (wentBack && sessionStorage.getItem(place)) key.value = sessionStorage.getItem(place);
  key.form.addEventListener("submit", () => sessionStorage.setItem(place, key.value));
}

// A form sent once is not sent twice by an impatient second click; coming back by history frees it again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented || form.hasAttribute("hx-post")) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 8000); // a form that answers with a file stays on the page
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// Choosing a row of a look-up list fills the hidden field beside it.
document.addEventListener("click", (event) => {
  const choice = event.target.closest("[data-choose-value]");
  const box = choice && choice.closest("[data-lookup]");
  if (!box) return;
  box.querySelector("[data-lookup-value]").value = choice.dataset.chooseValue;
  const shown = box.querySelector("[data-lookup-text]");
  shown.value = choice.dataset.chooseText;
  box.querySelector(".lookup-list").replaceChildren();
  shown.focus();
});

for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => window.print());

// One box chooses all rows of a list, or none.
for (const all of document.querySelectorAll("[data-choose-all]")) {
  all.closest("[hidden]").hidden = false;
  all.addEventListener("change", () => {
    for (const box of document.querySelectorAll(`input[name="viec"][form="${all.dataset.chooseAll}"]`)) box.checked = all.checked;
  });
}
