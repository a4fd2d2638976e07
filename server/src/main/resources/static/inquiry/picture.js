// The picture of a trace is walked like the making that it shows: right to what comes of a box,
// left to what it comes of, up and down within a lane. What lies on a way through the box stands
// out; Enter tells of it in words. Without this module the boxes lead to the same words below.

const picture = document.querySelector("[data-picture]");
const plate = picture?.querySelector(".plate");
const told = picture?.querySelector("[data-picture-told]");
const find = picture?.querySelector("[data-picture-find]");

const boxes = plate ? [...plate.querySelectorAll("a.box")] : [];
const arrows = plate ? [...plate.querySelectorAll(".arrow")] : [];
const next = boxes.map(() => []);
const before = boxes.map(() => []);
arrows.forEach((arrow) => {
  next[arrow.dataset.from].push(Number(arrow.dataset.to));
  before[arrow.dataset.to].push(Number(arrow.dataset.from));
});

const top = (box) => Number(boxes[box].dataset.top);
const nearest = (some, to) =>
  [...some].sort((a, b) => Math.abs(top(a) - top(to)) - Math.abs(top(b) - top(to)))[0];

function reached(start, along) {
  const seen = new Set([start]);
  for (const box of seen) for (const other of along[box]) seen.add(other);
  return seen;
}

function show(box) {
  const after = reached(box, next);
  const prior = reached(box, before);
  plate.classList.add("way");
  boxes.forEach((one, i) => one.classList.toggle("on", after.has(i) || prior.has(i)));
  arrows.forEach((arrow) => {
    const from = Number(arrow.dataset.from);
    const to = Number(arrow.dataset.to);
    const on = (after.has(from) && after.has(to)) || (prior.has(from) && prior.has(to));
    arrow.classList.toggle("on", on);
  });
}

function hide() {
  plate.classList.remove("way");
  const pinned = boxes.findIndex((box) => box.classList.contains("told"));
  if (pinned >= 0) show(pinned);
}

function go(box) {
  if (box === undefined) return;
  boxes.forEach((one, i) => one.setAttribute("tabindex", i === box ? "0" : "-1"));
  boxes[box].focus({ preventScroll: true });
  boxes[box].scrollIntoView({ block: "nearest", inline: "nearest" });
  clear(box);
}

/** What is told stands over the foot of the picture; the box that has the focus stays in sight. */
function clear(box) {
  if (told.hidden) return;
  const below = boxes[box].getBoundingClientRect().bottom - told.getBoundingClientRect().top;
  if (below > 0) picture.querySelector("[data-picture-frame]").scrollTop += below + 8;
}

function untell() {
  boxes.forEach((one) => one.classList.remove("told"));
  told.hidden = true;
  plate.classList.remove("way");
}

/** Says in words, beside the picture, what the list below says of the box. */
function tell(box) {
  const words = document.getElementById(`in-words-${box}`);
  boxes.forEach((one, i) => one.classList.toggle("told", i === box));
  const facts = told.querySelector("[data-picture-facts]");
  facts.replaceChildren(...(words ? [...words.cloneNode(true).childNodes] : []));
  told.hidden = !words;
  show(box);
  clear(box);
}

function lane(box, step) {
  const same = boxes
    .map((_, i) => i)
    .filter((i) => boxes[i].dataset.lane === boxes[box].dataset.lane)
    .sort((a, b) => top(a) - top(b));
  return same[same.indexOf(box) + step];
}

function walk(press) {
  const box = boxes.indexOf(press.target.closest("a.box"));
  if (box < 0 || press.ctrlKey || press.metaKey || press.altKey) return;
  const to = {
    ArrowRight: () => nearest(next[box], box),
    ArrowLeft: () => nearest(before[box], box),
    ArrowDown: () => lane(box, 1),
    ArrowUp: () => lane(box, -1),
    Home: () => 0,
    End: () => boxes.length - 1,
  }[press.key];
  if (to) {
    press.preventDefault();
    go(to());
  } else if (press.key === "/") {
    press.preventDefault();
    press.stopPropagation();
    find.elements.find.focus();
  } else if (press.key === "Escape") {
    untell();
  }
}

function found() {
  const words = find.elements.find.value.toLowerCase().split(/\s+/).filter(Boolean);
  const some = boxes.filter((box) => words.every((word) => box.dataset.words.includes(word)));
  plate.classList.toggle("found-some", words.length > 0);
  if (words.length) untell();
  boxes.forEach((box) => box.classList.toggle("found", words.length > 0 && some.includes(box)));
  find.querySelector("[data-picture-found]").textContent = words.length
    ? `${some.length} of ${boxes.length} boxes`
    : "";
  return words.length ? some : [];
}

function fit() {
  const fitted = picture.classList.toggle("fitted");
  picture.querySelector("[data-picture-fit]").setAttribute("aria-pressed", String(fitted));
}

function liven() {
  boxes.forEach((box, i) => {
    box.setAttribute("tabindex", i === 0 ? "0" : "-1");
    box.addEventListener("mouseenter", () => show(i));
    box.addEventListener("mouseleave", hide);
    box.addEventListener("focus", () => show(i));
    box.addEventListener("blur", hide);
    box.addEventListener("click", (click) => {
      if (click.ctrlKey || click.metaKey || !document.getElementById(`in-words-${i}`)) return;
      click.preventDefault();
      go(i);
      tell(i);
    });
  });
  plate.addEventListener("keydown", walk);
  find.addEventListener("input", found);
  // The next press of Enter goes to the next box found.
  let last = -1;
  find.addEventListener("submit", (submit) => {
    const some = found();
    if (!some.length) return;
    submit.preventDefault();
    last = (last + 1) % some.length;
    go(boxes.indexOf(some[last]));
  });
  told.querySelector("button").addEventListener("click", untell);
  const button = picture.querySelector("[data-picture-fit]");
  button.hidden = false;
  button.addEventListener("click", fit);
  picture.querySelector("[data-picture-keys]").hidden = false;
  found();
  begin();
}

/** What was asked about is where one begins to read. */
function begin() {
  const frame = picture.querySelector("[data-picture-frame]");
  const asked = boxes.find((box) => box.classList.contains("asked")) ?? boxes[0];
  if (!asked) return;
  const view = frame.getBoundingClientRect();
  // What is a little too wide is still read when it is made a little smaller.
  if (frame.scrollWidth > frame.clientWidth && frame.scrollWidth * 0.8 < frame.clientWidth) fit();
  const spot = asked.getBoundingClientRect();
  if (spot.right > view.right) frame.scrollLeft = spot.left - view.left - 24;
  if (spot.bottom > view.bottom) frame.scrollTop = spot.top - view.top - view.height / 3;
}

if (plate) liven();
