// What was typed into a form with data-keep survives a refusal and the end of a session: it
// waits in this window, never longer than the window, and comes back when the form is shown again.
// Passwords and hidden fields are never kept.

const SPOKEN = "input:not([type=password]):not([type=hidden]), select, textarea";

function keyOf() {
  return `kept ${location.pathname}${location.search}`;
}

function valuesOf(form) {
  return [...form.querySelectorAll(SPOKEN)].map((field) =>
    field.type === "radio" || field.type === "checkbox" ? field.checked : field.value);
}

function keep(form) {
  sessionStorage.setItem(keyOf(), JSON.stringify(valuesOf(form)));
}

function giveBack(form) {
  const kept = JSON.parse(sessionStorage.getItem(keyOf()) ?? "null");
  const fields = [...form.querySelectorAll(SPOKEN)];
  if (kept === null || kept.length !== fields.length) return;
  fields.forEach((field, place) => {
    if (typeof kept[place] === "boolean") field.checked = kept[place];
    else field.value = kept[place];
  });
  sessionStorage.removeItem(keyOf());
  document.getElementById("said").textContent =
    "What you had typed is back. Nothing was recorded yet.";
}

function forgetAll() {
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith("kept "))
    .forEach((key) => sessionStorage.removeItem(key));
}

export function keepForms() {
  // A page that says what was done follows a form that was recorded.
  if (document.getElementById("said").textContent.trim() !== "") forgetAll();
  const form = document.querySelector("form[data-keep]");
  if (form === null) return;
  giveBack(form);
  form.addEventListener("submit", () => keep(form));
}
