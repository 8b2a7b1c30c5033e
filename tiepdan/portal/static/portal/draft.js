// Keeps what is being typed in this browser until it is sent. Never used on the form for denunciations.
"use strict";

const form = document.querySelector("form[data-draft]");
if (form) {
  const key = `tiepdan-draft:${form.dataset.draft}`;
  const fields = () => [...form.elements].filter((field) => field.name && !["hidden", "file", "password", "submit"].includes(field.type));
  try {
    const kept = JSON.parse(localStorage.getItem(key) || "{}");
    for (const field of fields()) if (!field.value && kept[field.name]) field.value = kept[field.name];
  } catch { localStorage.removeItem(key); }
  let waiting;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => localStorage.setItem(key, JSON.stringify(Object.fromEntries(fields().map((field) => [field.name, field.value])))), 500);
  });
  const clear = form.querySelector("[data-draft-clear]");
  if (clear) {
    clear.hidden = false;
    clear.addEventListener("click", () => { localStorage.removeItem(key); for (const field of fields()) if (field.type !== "number") field.value = ""; });
  }
}
const sent = document.querySelector("[data-draft-sent]");
if (sent) localStorage.removeItem(`tiepdan-draft:${sent.dataset.draftSent}`);
