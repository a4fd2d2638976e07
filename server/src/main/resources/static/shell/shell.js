// Keyboard, form token and confirmation for every page; each table module is loaded where needed.
import { keepForms } from "./keep.js";
import { liven } from "./tables.js";

const box = document.getElementById("box");

document.addEventListener("keydown", (press) => {
  const typing = press.target.closest?.("input, textarea, select, [contenteditable]");
  if (press.key === "/" && !typing && !press.ctrlKey && !press.metaKey && !press.altKey && box) {
    press.preventDefault();
    box.focus();
    box.select();
  }
  if (press.key === "Escape" && press.target === box) box.blur();
});

// A rail that is longer than the window begins where the reader is.
const here = document.querySelector(".rail [aria-current]");
if (here) {
  const rail = here.parentElement;
  const beyond = here.offsetTop + 2 * here.offsetHeight - rail.clientHeight;
  if (beyond > 0) rail.scrollTop = beyond;
}

document.addEventListener("htmx:configRequest", (request) => {
  const token = document.querySelector("meta[name=form-token]")?.content;
  if (token) request.detail.headers["X-CSRF-TOKEN"] = token;
});

// A part that was swapped in may say something to those who do not see the change.
document.addEventListener("htmx:afterSettle", (swap) => {
  const words = swap.detail.target?.dataset?.says ?? swap.detail.elt?.dataset?.says;
  if (words) document.getElementById("said").textContent = words;
  liven(swap.detail.target ?? document);
});

// One press is one request: a second press while the first is under way does nothing.
document.addEventListener("submit", (submit) => {
  const form = submit.target;
  if (form.method !== "post") return;
  if (form.dataset.sent === "yes") submit.preventDefault();
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 4000);
});

document.addEventListener("click", (click) => {
  if (click.target.closest?.("[data-print]")) window.print();
  if (click.target.closest?.("[data-back]")) history.back();
  const copied = click.target.closest?.("[data-copy]");
  if (copied) {
    navigator.clipboard?.writeText(copied.dataset.copy).then(() => {
      document.getElementById("said").textContent = "Copied.";
    });
  }
});

for (const back of document.querySelectorAll("[data-back]")) back.hidden = history.length < 2;
keepForms();
liven(document);
