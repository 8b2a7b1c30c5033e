// What is typed stays on this machine until the server has it. Forms that may hold a sealed matter keep nothing:
// data-draft-never="field=value" names the choice that forbids it and clears what was kept.
"use strict";

const DRAFT_HOURS = 12;

for (const form of document.querySelectorAll("[data-draft]")) {
  const place = `draft:${form.dataset.draft}`;
  const [neverName, neverValue] = (form.dataset.draftNever || "=").split("=");
  const forbidden = () => neverName && form.elements.namedItem(neverName).value === neverValue;
  const kept = () => [...form.elements].filter(
    (field) => field.name && !["csrfmiddlewaretoken", "request_key", "card"].includes(field.name) && field.type !== "submit" && field.type !== "file",
  );
  const write = () => {
    if (forbidden()) return localStorage.removeItem(place);
    const values = kept().map((field) => [field.name, field.type === "checkbox" ? field.checked : field.value]);
    const key = form.elements.namedItem("request_key");
    localStorage.setItem(place, JSON.stringify({ at: Date.now(), key: key ? key.value : "", values }));
  };
  const late = new Map(); // values whose fields the server draws only after a choice
  const read = () => {
    const stored = JSON.parse(localStorage.getItem(place) || "null");
    if (!stored || Date.now() - stored.at > DRAFT_HOURS * 3600e3) return localStorage.removeItem(place);
    const written = kept().filter((field) => !/^(checkbox|radio|select-)/.test(field.type));
    const untouched = written.every((field) => field.value === field.defaultValue);
    if (form.querySelector(".has-error")) return;
    for (const [name, value] of stored.values) {
      const field = form.elements.namedItem(name);
      if (!field) {
        late.set(name, value);
        continue;
      }
      // A browser that reloads a page has put back by itself what stood in it.
      if (untouched && field.type === "checkbox") field.checked = value;
      else if (untouched && field.type !== "select-multiple") field.value = value;
      field.dispatchEvent?.(new Event("change", { bubbles: true })); // what depends on it follows: folds, the search for repeats
    }
    // The same key: when the server has it already, sending again stores nothing twice.
    const key = form.elements.namedItem("request_key");
    if (untouched && key && stored.key) key.value = stored.key;
  };
  form.addEventListener("htmx:afterSwap", () => {
    for (const [name, value] of late) {
      const field = form.elements.namedItem(name);
      if (field && late.delete(name) && !field.value) field.value = value;
    }
  });
  // Not before: only then does everything that follows a choice listen.
  document.addEventListener("DOMContentLoaded", () => {
    read();
    form.addEventListener("input", write);
    form.addEventListener("change", write);
  });
}
// The page after a stored form says which draft is no longer needed.
for (const element of document.querySelectorAll("[data-draft-done]")) localStorage.removeItem(`draft:${element.dataset.draftDone}`);
