// A page that is worked with a scanner: it listens without focus, asks what each text means, fills
// the form, and says by tone, words and colour what came of it. Scans are answered in their order.
import { canWatch, readPhoto, watch } from "./scan-camera.js";
import { makeFilling } from "./scan-form.js";
import { listen } from "./scan-keys.js";
import { isSilent, silence, sound } from "./scan-tones.js";

const SENT = "scan-separators";
const LONGEST_LOG = 200;
const bar = document.querySelector("[data-scan-bar]");
const form = document.querySelector("[data-scan-form]");
const filling = form === null ? null : makeFilling(form);
const part = (name) => bar.querySelector(`[data-scan-${name}]`);
let waiting = 0;
let line = Promise.resolve();

function show(tone, says, more) {
  bar.dataset.tone = tone;
  part("said").textContent = says;
  part("advice").textContent = more ?? "";
  sound(tone);
}

// The page says itself what came of it.
function clear() {
  delete bar.dataset.tone;
  part("said").textContent = "";
  part("advice").textContent = "";
}

function showState() {
  bar.dataset.waiting = waiting;
  const missing = filling?.missing() ?? [];
  part("state").textContent = waiting > 0 ? `${waiting} waiting for an answer` : bar.dataset.ready;
  const isBegun = form !== null && form.querySelector("[data-scanned]") !== null;
  if (!isBegun) part("missing").textContent = "";
  else if (missing.length === 0) part("missing").textContent = "Nothing is missing.";
  else part("missing").textContent = `Still missing: ${missing.join(", ")}.`;
}

function note(tone, says) {
  const entry = document.createElement("li");
  entry.dataset.tone = tone;
  entry.textContent = says;
  part("log").prepend(entry);
  part("log-part").hidden = false;
  if (part("log").children.length > LONGEST_LOG) part("log").lastElementChild.remove();
  const bad = part("log").querySelectorAll("[data-tone=stop]").length;
  part("count").textContent = `${part("log").children.length - bad} taken, ${bad} not`;
}

function query(text) {
  const asked = new URLSearchParams();
  if (text !== null) asked.set("text", text);
  const expects = filling?.expected() ?? [];
  if (expects.length > 0) asked.set("expects", expects.join(","));
  // Where one field takes what is new, all else is known once it is filled.
  const isTaken = form?.elements[form.dataset.scanNewIn]?.value.trim();
  const fresh = isTaken ? "" : (form?.dataset.scanNew ?? "");
  if (fresh) asked.set("fresh", fresh.replaceAll(" ", ","));
  if (form?.dataset.scanSite) asked.set("site", form.dataset.scanSite);
  if (localStorage.getItem(SENT) === "yes") asked.set("separators", "sent");
  return asked;
}

function choose(answer, how) {
  const place = part("choices");
  place.replaceChildren(...answer.choices.map((choice) => {
    const press = document.createElement("button");
    press.type = "button";
    press.className = "second";
    press.textContent = choice.says;
    press.addEventListener("click", () => {
      place.replaceChildren();
      take({ ...choice, tone: "ok", choices: [] }, how);
    });
    return press;
  }));
}

function command(name) {
  if (name === "undo") return undo();
  if (/^[\d.]+$/.test(name)) {
    const quantity = filling?.fillQuantity(name) ?? null;
    return quantity === null ? show("stop", "No quantity is asked for here")
      : show("ok", `Quantity ${quantity}`);
  }
  const target = document.querySelector(`[data-scan-do="${name}"]`);
  if (target !== null) {
    show("ok", target.textContent.trim());
    return target.click();
  }
  if (name === "print") return window.print();
  if (name === "ok" && form !== null) return form.requestSubmit();
  return show("stop", `There is nothing to ${name} here`);
}

// A page that works with certain items only names them, one a line.
function isStrange(answer) {
  const items = form?.dataset.scanItems?.toUpperCase().split("\n");
  const item = answer.fields?.item?.toUpperCase();
  return items !== undefined && item !== undefined && !items.includes(item);
}

function take(answer, how) {
  if (answer.command !== undefined) return command(answer.command);
  if (isStrange(answer)) {
    const asked = form.dataset.scanItems.replaceAll("\n", ", ");
    return show("stop", `Not asked for here: ${answer.says}`, `Nothing was taken over.`
      + ` Asked for: ${asked}. If it is so all the same, type its number and state it as a fact.`);
  }
  const heard = new CustomEvent("stemma:scan", {
    cancelable: true, detail: { answer, how, form },
  });
  if (!document.dispatchEvent(heard)) return clear();
  if (filling === null || answer.fields === undefined)
    return show(answer.tone, answer.says, answer.advice);
  const result = filling.fill(answer, how);
  if (result.done === "repeated")
    return show("soft", `Already in row ${result.row}: ${answer.says}`, "It was not added again.");
  if (result.done === "against")
    return show("stop", answer.says, `${result.of} is ${result.is} here: nothing was taken over. `
      + "Look at the label, or begin another row for these goods.");
  if (result.done === "unfit")
    return show("stop", answer.says, answer.advice || "No field of this page takes that.");
  const says = result.was !== "" && result.was !== undefined
    ? `${answer.says} (before: ${result.was})` : answer.says;
  note(answer.tone, says);
  result.row?.scrollIntoView({ block: "nearest" });
  return show(answer.tone, says, answer.advice);
}

function hear(answer, how) {
  part("choices").replaceChildren();
  if (answer.separators === "sent") localStorage.setItem(SENT, "yes");
  bar.dispatchEvent(new CustomEvent("stemma:answer", { bubbles: true, detail: answer }));
  if (answer.tone === "stop" || answer.choices.length > 0) {
    note(answer.tone, answer.says);
    show(answer.tone, answer.says, answer.advice);
    choose(answer, how);
    return;
  }
  take(answer, how);
}

async function ask(send, how) {
  const reply = await send().catch(() => null);
  const answer = await reply?.json().catch(() => null);
  if (reply === null || answer === null || answer === undefined)
    show("stop", "The server did not answer", "Nothing was taken over. Scan it again.");
  else if (reply.ok) hear(answer, how);
  else show("stop", answer.detail ?? "The server refused the scan", answer.whatToDo);
}

// A fault of the page itself is told and thrown on, so that the next scan is still heard.
function report(fault) {
  show("stop", "This page could not take the scan", "Type the code into its field.");
  reportError(fault);
}

// One after the other, so that a location scanned before a lot is there before it.
function enqueue(send, how) {
  waiting += 1;
  showState();
  line = line.then(() => ask(send, how)).catch(report).finally(() => {
    waiting -= 1;
    showState();
  });
  return line;
}

function scan(text, how) {
  return enqueue(() => fetch(`/api/v1/scans?${query(text)}`), how);
}

function undo() {
  const isDone = filling?.undo() ?? false;
  if (isDone) show("ok", "The last scan is taken back");
  else show("check", "There is no scan to take back");
  showState();
}

function tokenHeader() {
  return { "X-CSRF-TOKEN": document.querySelector("meta[name=form-token]")?.content ?? "" };
}

function wireTools() {
  const speaker = part("sound");
  const tell = () => {
    speaker.setAttribute("aria-pressed", String(!isSilent()));
    speaker.textContent = isSilent() ? "Sound is off" : "Sound is on";
  };
  speaker.addEventListener("click", () => {
    silence(!isSilent());
    tell();
  });
  tell();
  part("undo").hidden = form === null;
  part("undo").addEventListener("click", undo);
  part("photo").addEventListener("change", (taken) => {
    const [file] = taken.target.files;
    if (file !== undefined) enqueue(() => readPhoto(file, tokenHeader(), query(null)), "scanned");
    taken.target.value = "";
  });
  part("typed").addEventListener("submit", (typed) => {
    typed.preventDefault();
    const field = typed.target.elements.text;
    if (field.value.trim() !== "") scan(field.value, "keyed");
    field.value = "";
  });
  if (canWatch()) wireCamera();
}

function wireCamera() {
  const press = part("camera");
  let stop = null;
  press.hidden = false;
  press.addEventListener("click", async () => {
    if (stop !== null) {
      stop();
      stop = null;
    } else {
      stop = await watch(part("video"), (text) => scan(text, "scanned")).catch(() => null);
      if (stop === null) show("check", "The camera cannot be opened", "Take a photo instead.");
    }
    press.textContent = stop === null ? "Camera" : "Close the camera";
  });
}

if (bar !== null) {
  bar.hidden = false;
  wireTools();
  listen((text) => scan(text, "scanned"), (key) => {
    if (key === "/") document.getElementById("box")?.focus();
  });
  document.addEventListener("keydown", (press) => {
    const typing = press.target.closest?.("input, textarea, select");
    if (press.key === "z" && (press.ctrlKey || press.metaKey) && !typing && form !== null) undo();
  });
  form?.addEventListener("input", showState);
  showState();
}
