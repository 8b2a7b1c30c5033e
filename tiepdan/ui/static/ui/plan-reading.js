// Plan reading: what was understood and the passage it came from light up together; the keyboard moves, edits, gives up.
(() => {
  const found = document.querySelector(".reading-found");
  const paper = document.querySelector(".reading-paper");
  if (!found || !paper) return;
  document.querySelector(".reading-keys").hidden = false;

  const pieces = new Map(); // key of a unit → the runs of text it was read from
  for (const piece of paper.querySelectorAll("[data-in]")) {
    for (const key of piece.dataset.in.split(" ")) {
      if (!pieces.has(key)) pieces.set(key, []);
      pieces.get(key).push(piece);
    }
  }
  let current = "";
  const unitOf = (key) => document.getElementById(key);
  const heads = () => [...found.querySelectorAll(".unit-go")];

  // One stop for the Tab key: the unit one is at, then its buttons.
  const reach = () => {
    for (const unit of found.querySelectorAll("div.unit")) {
      const here = unit.dataset.unit === current;
      for (const control of unit.querySelectorAll("a, button")) control.tabIndex = here ? 0 : -1;
    }
    if (!current && heads()[0]) heads()[0].tabIndex = 0;
  };

  const select = (key, { text = true } = {}) => {
    for (const lit of document.querySelectorAll(".reading .is-on")) lit.classList.remove("is-on");
    current = key;
    const unit = unitOf(key);
    if (unit) unit.classList.add("is-on");
    const runs = pieces.get(key) || [];
    for (const run of runs) run.classList.add("is-on");
    if (text && runs[0]) {
      const box = paper.getBoundingClientRect();
      const run = runs[0].getClientRects()[0];
      if (run && (run.top < box.top || run.bottom > box.bottom)) paper.scrollTop += run.top - box.top - box.height / 3;
    }
    reach();
  };

  const go = (unit) => {
    const head = unit && (unit.querySelector(".unit-go") || unit.querySelector("input, textarea, select"));
    if (head) { head.focus({ preventScroll: true }); unit.scrollIntoView({ block: "nearest" }); }
  };
  const step = (by) => {
    const all = heads();
    const at = all.findIndex((head) => head.closest(".unit").dataset.unit === current);
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
    if (next) go(next.closest(".unit"));
  };

  found.addEventListener("focusin", (event) => {
    const unit = event.target.closest("[data-unit]");
    if (unit && unit.dataset.unit !== current) select(unit.dataset.unit);
  });
  found.addEventListener("click", (event) => {
    const head = event.target.closest(".unit-go");
    if (!head) return;
    event.preventDefault();
    head.focus({ preventScroll: true });
    select(head.closest(".unit").dataset.unit);
  });
  // A click in the text takes the narrowest thing read there; further clicks on the same spot go outward.
  paper.addEventListener("click", (event) => {
    const piece = event.target.closest("[data-in]");
    if (!piece) return;
    event.preventDefault();
    const keys = piece.dataset.in.split(" ").filter(unitOf);
    if (!keys.length) return;
    const key = keys[(keys.indexOf(current) + 1) % keys.length];
    go(unitOf(key));
    select(key, { text: false });
  });

  found.addEventListener("keydown", (event) => {
    const unit = event.target.closest("[data-unit]");
    if (!unit || event.ctrlKey || event.altKey || event.metaKey) return;
    if (unit.matches("form")) {
      if (event.key === "Escape") { event.preventDefault(); unit.querySelector(".unit-cancel").click(); }
      return;
    }
    const acts = { j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1) };
    if (event.key === "Enter" && event.target.matches(".unit-go")) acts.Enter = () => unit.querySelector(".unit-edit")?.click();
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  });

  // After a form came or went the place is the same, and so is the focus.
  document.addEventListener("htmx:afterSettle", (event) => {
    const unit = current && unitOf(current);
    if (!unit || !found.contains(unit)) return;
    if (unit.matches("form")) {
      const first = unit.querySelector("[aria-invalid=true], .is-invalid") || unit.querySelector("textarea, input:not([type=hidden]), select, button");
      if (first) { first.focus(); if (first.setSelectionRange) first.setSelectionRange(first.value.length, first.value.length); }
    } else if (event.detail.elt === unit || unit.contains(event.detail.elt)) {
      select(current, { text: false });
      go(unit);
    }
    reach();
  });

  const wanted = decodeURIComponent(location.hash.slice(1));
  if (wanted.startsWith("u-") && unitOf(wanted)) { go(unitOf(wanted)); select(wanted); }
  reach();
})();
