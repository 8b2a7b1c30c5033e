// A scanned citizen card fills the fields of its form: number|old number|name|ddmmyyyy|sex|address|issue date.
"use strict";

const cardDay = (text) => {
  const found = /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  return found ? { shown: `${found[1]}/${found[2]}/${found[3]}`, iso: `${found[3]}-${found[2]}-${found[1]}` } : { shown: text, iso: "" };
};

const readCard = (box) => {
  const parts = box.value.split("|").map((part) => part.trim());
  if (parts.length < 7 || !/^(\d{9}|\d{12})$/.test(parts[0]) || !parts[2]) return false;
  const values = {
    number: parts[0], name: parts[2], born: cardDay(parts[3]).shown, sex: parts[4], address: parts[5], issued_on: cardDay(parts[6]).iso,
  };
  for (const [name, value] of Object.entries(values)) {
    const field = box.form.elements.namedItem(name);
    if (field && value && !field.value) {
      field.value = value;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
  box.value = "";
  return true;
};

for (const box of document.querySelectorAll("[data-card]")) {
  // A scanner types the whole code and Enter: the form must not be sent by it.
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (readCard(box)) box.form.elements.namedItem("purpose").focus();
  });
  box.addEventListener("change", () => readCard(box));
}
// Removed, not hidden: Enter presses the first button of a form even when nobody sees it.
for (const element of document.querySelectorAll(".no-script-only")) element.remove();

// A folded part opens when what was chosen needs it: data-open-when="outcome=guide,forward" or "people>1".
for (const part of document.querySelectorAll("[data-open-when]")) {
  const [, name, sign, wanted] = /^(\w+)(=|>)(.+)$/.exec(part.dataset.openWhen);
  const field = part.closest("form").elements.namedItem(name);
  const check = () => {
    const fits = sign === ">" ? Number(field.value) > Number(wanted) : wanted.split(",").includes(field.value);
    if (fits) part.open = true;
  };
  // While typing, not when the box is left: a page that moves under the pressed mouse loses the click on its button.
  for (const moment of ["input", "change"]) field.addEventListener(moment, check);
  check();
}
