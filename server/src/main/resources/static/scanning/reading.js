// Shows under the scanner's part what the last code says, element by element, and where it leads.
const place = document.querySelector("[data-reading]");

const NAMES = {
  lot: "Lot", serial: "Serial number", item: "Item", container: "Container", location: "Location",
  site: "Site", resource: "Equipment", order: "Order", run: "Run", shipment: "Shipment",
  receipt: "Receipt", step: "Step", quantity: "Quantity", unit: "Unit", expiry: "Expiry",
  "best-before": "Best before", produced: "Produced",
};

function pair(name, value) {
  const row = document.createElement("div");
  const term = document.createElement("dt");
  const text = document.createElement("dd");
  term.textContent = name;
  text.textContent = value;
  row.append(term, text);
  return row;
}

document.addEventListener("stemma:answer", (told) => {
  const answer = told.detail;
  const pairs = [pair("Read", answer.text),
    ...answer.elements.map((one) => pair(`(${one.identifier}) ${one.title}`, one.value)),
    ...Object.entries(answer.fields ?? {})
      .filter(([name]) => name !== "lot-id")
      .map(([name, value]) => pair(NAMES[name] ?? name, value))];
  place.querySelector("[data-reading-pairs]").replaceChildren(...pairs);
  const leads = place.querySelector("[data-reading-address]");
  leads.closest("p").hidden = answer.address === undefined;
  if (answer.address !== undefined) leads.href = answer.address;
  place.hidden = false;
});
