// Keys results fast: Enter goes to the next field that is empty, and a number outside its limits
// says so at once. The server judges; without this module Enter sends the form.
const form = document.querySelector("[data-results]");

function places(text) {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
}

// As whole numbers of the smallest part, so that no binary float decides.
function scaled(text, decimals) {
  const [whole, part = ""] = text.replace("-", "").split(".");
  const number = BigInt(whole + part.padEnd(decimals, "0"));
  return text.startsWith("-") ? -number : number;
}

function rounded(text, decimals) {
  const most = Math.max(places(text), decimals);
  const number = scaled(text, most);
  const step = 10n ** BigInt(most - decimals);
  const size = number < 0n ? -number : number;
  const half = (size * 2n + step) / (step * 2n);
  return number < 0n ? -half : half;
}

function says(field) {
  const text = field.value.trim();
  const { lower, upper, decimals } = field.dataset;
  const limited = lower || upper;
  if (!text || !limited) return "";
  if (!/^-?\d{1,12}(\.\d{1,9})?$/.test(text)) return "Write a plain number, such as 4.2.";
  const to = Number(decimals);
  const value = rounded(text, to);
  if (lower && value < scaled(lower, to)) return `Outside: below ${lower}.`;
  if (upper && value > scaled(upper, to)) return `Outside: above ${upper}.`;
  return "Within limits.";
}

function tell(field) {
  const line = document.getElementById(`${field.id}-says`);
  if (!line) return;
  line.textContent = says(field);
  line.classList.toggle("wrong", line.textContent.startsWith("Outside"));
}

if (form) {
  const fields = [...form.querySelectorAll("td input:not([type=hidden]), td select")];
  for (const field of fields) field.addEventListener("input", () => tell(field));
  form.addEventListener("keydown", (press) => {
    const at = fields.indexOf(press.target);
    if (press.key !== "Enter" || at < 0 || press.isComposing) return;
    press.preventDefault();
    const next = fields.slice(at + 1).find((field) => !field.value);
    (next || form.querySelector("button[type=submit]")).focus();
  });
}
