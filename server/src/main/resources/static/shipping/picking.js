// Picking takes each scan at once: what the scanner's text means is put into the form, which is
// sent; the answer replaces the part of the page, and the field is ready for the next scan.
import { sound } from "../shell/scan-tones.js";

function field(form, name) {
  return form.querySelector(`[name="${name}"]`);
}

document.addEventListener("stemma:scan", (event) => {
  const form = document.querySelector("form[data-pick]");
  const fields = event.detail?.answer?.fields;
  if (!form || !fields || field(form, "reason")) return;
  const named = fields.container ?? fields.serial ?? fields.lot;
  if (!named) return;
  event.preventDefault();
  field(form, "text").value = fields.serial ?? fields.lot ?? fields.container ?? "";
  field(form, "lot-id").value = fields["lot-id"] ?? "";
  field(form, "container").value = fields.container ?? "";
  field(form, "evidence").value = event.detail.how;
  if (fields.quantity) field(form, "quantity").value = fields.quantity;
  form.requestSubmit();
});

// Who types over what a scan has filled means what he types.
document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-pick]");
  if (!form || event.target.name !== "text" || !event.isTrusted) return;
  field(form, "lot-id").value = "";
  field(form, "container").value = "";
  field(form, "evidence").value = "keyed";
});

// Each answer is heard, and brings the token that the next one is sent with.
document.addEventListener("htmx:afterSwap", () => {
  const result = document.querySelector("#picking .result");
  const tone = ["stop", "check", "ok"].find((one) => result?.classList.contains(one));
  if (tone) sound(tone);
  const fresh = document.querySelector("#picking input[name=_csrf]")?.value;
  const token = document.querySelector("meta[name=form-token]");
  if (fresh && token) token.content = fresh;
});
