// Puts what a scan says into the fields that take it, in whatever order it comes: a field says by
// data-scan what it takes, a list with a template grows by rows.
const GOODS = ["serial", "lot", "container", "item"];

function kindsOf(field) {
  return field.dataset.scan.split(/\s+/).filter(Boolean);
}

function slotsIn(part) {
  return [...part.querySelectorAll("[data-scan]")];
}

function nameOf(field) {
  const label = field.dataset.scanSays ?? field.getAttribute("aria-label")
    ?? field.labels?.[0]?.textContent ?? kindsOf(field)[0];
  return label.replace(/\s+/g, " ").replace("(optional)", "").trim().toLowerCase();
}

export function makeFilling(form) {
  const list = form.querySelector("[data-scan-list]");
  const template = list?.querySelector("template[data-scan-row]") ?? null;
  const done = [];
  let count = rows().length;
  let isFilling = false;

  function rows() {
    return list === null ? [] : [...list.children].filter((row) => row !== template);
  }

  function outside() {
    return slotsIn(form).filter((field) => !list?.contains(field));
  }

  function scopeOf(field) {
    return rows().find((row) => row.contains(field)) ?? null;
  }

  function fieldsOf(scope) {
    return scope === null ? outside() : slotsIn(scope);
  }

  function takes(fields, kind, wanted) {
    return fields.find((field) => kindsOf(field).includes(kind) && wanted(field)) ?? null;
  }

  const isEmpty = (field) => field.value.trim() === "" && field.type !== "hidden";
  const isShown = (field) => field.type !== "hidden";
  const same = (one, other) => one !== undefined
    && one.toUpperCase() === other.trim().toUpperCase();

  function grow() {
    const piece = template.content.cloneNode(true);
    for (const element of piece.querySelectorAll("[name], [id], [for]")) {
      for (const attribute of ["name", "id", "for"]) {
        const value = element.getAttribute(attribute);
        if (value?.includes("#")) element.setAttribute(attribute, value.replace("#", count));
      }
    }
    count += 1;
    const row = piece.firstElementChild;
    list.append(row);
    return row;
  }

  // What a row says already of goods and the scan says otherwise: malt where the label names flour.
  function clash(row, values) {
    return slotsIn(row).find((field) => isShown(field) && !isEmpty(field)
      && kindsOf(field).some((kind) => GOODS.includes(kind) && values[kind] !== undefined
        && values[kind].toUpperCase() !== field.value.trim().toUpperCase()
        && !kindsOf(field).some((other) => same(values[other], field.value)))) ?? null;
  }

  // A row that waits for these very goods, then the last one.
  function waiting(kind, values) {
    const open = rows().filter((row) => takes(slotsIn(row), kind, isEmpty) !== null);
    const named = open.find((row) => slotsIn(row).some((field) => isShown(field)
      && kindsOf(field).some((one) => GOODS.includes(one) && same(values[one], field.value))));
    return named ?? open.find((row) => row === rows().at(-1)) ?? null;
  }

  // An empty field first, then a new row, then the field that is filled: a second location is the
  // location now.
  function place(kind, values) {
    const last = rows().at(-1) ?? null;
    const free = takes(outside(), kind, isEmpty);
    if (free !== null) return { field: free, row: null, grown: false };
    const row = waiting(kind, values);
    if (row !== null) {
      const against = GOODS.includes(kind) ? clash(row, values) : null;
      if (against !== null) return { against };
      return { field: takes(slotsIn(row), kind, isEmpty), row, grown: false };
    }
    const inRow = template === null ? null : takes(slotsIn(template.content), kind, isShown);
    if (inRow !== null) {
      const fresh = grow();
      return { field: takes(slotsIn(fresh), kind, isShown), row: fresh, grown: true };
    }
    const last2 = last === null ? null : takes(slotsIn(last), kind, isShown);
    const full = last2 ?? takes(outside(), kind, isShown);
    return full === null ? null : { field: full, row: scopeOf(full), grown: false };
  }

  function put(field, value, step, how) {
    step.fields.push([field, field.value, field.dataset.scanned]);
    field.dataset.scanned = how;
    if (field.value === value) return;
    isFilling = true;
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    isFilling = false;
  }

  // What else the scan says goes to the nearest field that takes it, from the filled one on: where
  // rows stand open from the start, each belongs to one of them.
  function putBeside(field, kind, fields, values, step, how) {
    const at = fields.indexOf(field);
    const told = new Set([kind]);
    for (const other of [...fields.slice(at + 1), ...fields.slice(0, at)]) {
      if (kindsOf(other).includes(kind)) continue;
      const fitting = kindsOf(other).find((one) => values[one] !== undefined && !told.has(one));
      if (fitting === undefined) continue;
      if (!isEmpty(other) && isShown(other) && !same(values[fitting], other.value)) continue;
      told.add(fitting);
      put(other, values[fitting], step, how);
    }
  }

  // Goods are known by the scanner where it said each number of them that is filled in; the row
  // tells so of its own, the form of all of them. How much there is never was on a label.
  function grade() {
    for (const hidden of form.querySelectorAll("[data-scan-evidence]")) {
      const row = scopeOf(hidden);
      const named = (row === null ? slotsIn(form) : slotsIn(row)).filter((field) =>
        isShown(field) && !isEmpty(field) && kindsOf(field).some((kind) => GOODS.includes(kind)));
      const isScanned = named.length > 0
        && named.every((field) => field.dataset.scanned === "scanned");
      hidden.value = isScanned ? "scanned" : "keyed";
    }
  }

  function sameAs(kind, value) {
    return rows().findIndex((row) => slotsIn(row).some((field) =>
      kindsOf(field).includes(kind) && field.value === value)) + 1;
  }

  // Returns what was done: filled, repeated, or unfit where no field takes it.
  function fill(answer, how) {
    const values = answer.fields;
    const kinds = [answer.meaning, ...GOODS]
      .filter((kind, at, all) => values[kind] !== undefined && all.indexOf(kind) === at);
    const kind = kinds.find((one) => takes(
      [...outside(), ...(template === null ? [] : slotsIn(template.content)),
        ...rows().flatMap(slotsIn)], one, isShown) !== null)
      ?? Object.keys(values).find((one) => takes(outside(), one, isShown) !== null
        || (rows().length > 0 && takes(slotsIn(rows().at(-1)), one, isShown) !== null));
    if (kind === undefined) return { done: "unfit" };
    const again = GOODS.includes(kind)
      ? sameAs(values["lot-id"] === undefined ? kind : "lot-id", values["lot-id"] ?? values[kind])
        || sameAs(kind, values[kind]) : 0;
    if (again > 0 && template !== null) return { done: "repeated", row: again };
    const { field, row, grown, against } = place(kind, values);
    if (against !== undefined) return { done: "against", is: against.value, of: nameOf(against) };
    const step = { fields: [], row: grown ? row : null };
    const was = field.value;
    put(field, values[kind], step, how);
    putBeside(field, kind, fieldsOf(row), values, step, how);
    grade();
    done.push(step);
    return { done: "filled", kind, row, was };
  }

  // Returns what the quantity is by now, nothing where none is asked for.
  function fillQuantity(digits) {
    const fields = [...slotsIn(rows().at(-1) ?? form), ...outside()];
    const field = takes(fields, "quantity", isShown);
    if (field === null) return null;
    const step = { fields: [], row: null };
    const isOpen = done.at(-1)?.digits === field;
    put(field, isOpen ? field.value + digits : digits, step, "keyed");
    step.digits = field;
    done.push(step);
    return field.value;
  }

  function undo() {
    const step = done.pop();
    if (step === undefined) return false;
    for (const [field, value, scanned] of step.fields.reverse()) {
      field.value = value;
      if (scanned === undefined) delete field.dataset.scanned;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    step.row?.remove();
    grade();
    return true;
  }

  function missing() {
    return [...new Set([...outside(), ...rows().flatMap(slotsIn)]
      .filter((field) => field.required && isEmpty(field)).map(nameOf))];
  }

  function expected() {
    const said = form.dataset.scanExpects;
    if (said !== undefined) return said.split(/\s+/);
    const all = [...outside(), ...(template === null ? [] : slotsIn(template.content)),
      ...rows().flatMap(slotsIn)];
    return [...new Set(all.flatMap(kindsOf))];
  }

  // A form that comes back after a refusal still knows what was scanned.
  function recall() {
    for (const hidden of form.querySelectorAll("[data-scan-evidence][value=scanned]")) {
      const row = scopeOf(hidden);
      const goods = row === null ? slotsIn(form) : slotsIn(row);
      for (const field of goods) if (!isEmpty(field)) field.dataset.scanned = "scanned";
    }
  }

  // What a hand changed after the scan is known by the hand.
  form.addEventListener("input", (typing) => {
    const field = typing.target;
    if (isFilling || field.dataset?.scan === undefined) return;
    delete field.dataset.scanned;
    grade();
  });
  recall();

  return { fill, fillQuantity, undo, missing, expected, rows };
}
