// Tells a scanner from a hand. A scanner types faster than hands do and ends with Enter or Tab;
// one that sends F9 or STX first may be as slow as it likes. What it types goes nowhere else.
const SLOWEST = 60;
const FEWEST = 3;
const SEPARATOR = "\u001d";
const ENDS = ["Enter", "Tab", "NumpadEnter"];

function isField(element) {
  return element?.matches?.("input:not([type=checkbox]):not([type=radio]), textarea") ?? false;
}

// The separator of GS1 comes as Ctrl+] from most scanners, from some as F8 or as itself.
function characterOf(press) {
  if (press.key === SEPARATOR || press.key === "F8") return SEPARATOR;
  if (press.ctrlKey && (press.key === "]" || press.code === "BracketRight")) return SEPARATOR;
  if (press.ctrlKey || press.metaKey || press.altKey) return "";
  return press.key.length === 1 ? press.key : "";
}

function isPrefix(press) {
  return press.key === "F9" || press.key === "\u0002" || (press.ctrlKey && press.key === "b");
}

export function listen(onScan, onAlone) {
  let text = "";
  let last = 0;
  let prefixed = false;
  let field = null;
  let before = "";
  let waiting = 0;

  function begin(press) {
    text = "";
    prefixed = false;
    field = isField(press.target) ? press.target : null;
    before = field?.value ?? "";
  }

  function swallow(press) {
    press.preventDefault();
    press.stopImmediatePropagation();
  }

  function giveBack() {
    if (field === null || field.value === before) return;
    field.value = before;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function end(press) {
    const scanned = text;
    const isScan = prefixed ? scanned !== "" : scanned.length >= FEWEST;
    text = "";
    prefixed = false;
    if (!isScan) return;
    swallow(press);
    giveBack();
    onScan(scanned);
  }

  document.addEventListener("keydown", (press) => {
    if (press.repeat || press.target.type === "password") return;
    clearTimeout(waiting);
    const isLate = !prefixed && press.timeStamp - last > SLOWEST;
    if (isPrefix(press)) {
      begin(press);
      prefixed = true;
      swallow(press);
      return;
    }
    if (isLate) begin(press);
    if (ENDS.includes(press.key)) {
      end(press);
      return;
    }
    const character = characterOf(press);
    if (character === "") return;
    last = press.timeStamp;
    text += character;
    if (field === null || prefixed || character === SEPARATOR) swallow(press);
    // A single key outside a field was a hand after all.
    if (field === null && text.length === 1 && !prefixed)
      waiting = setTimeout(() => onAlone(character), SLOWEST);
  }, true);
}
