// Tables with data-sort sort by a press on a heading; those with data-filter get a filter line.
// A cell's data-value, where given, is what is compared; else its text.

function valueOf(row, column) {
  const cell = row.cells[column];
  return cell?.dataset.value ?? cell?.textContent.trim() ?? "";
}

function compare(left, right) {
  const a = Number(left.replaceAll(",", ""));
  const b = Number(right.replaceAll(",", ""));
  if (left !== "" && right !== "" && !Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  return left.localeCompare(right, "en", { numeric: true, sensitivity: "base" });
}

function sortBy(table, heading, column) {
  const falling = heading.getAttribute("aria-sort") === "ascending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", falling ? "descending" : "ascending");
  for (const body of table.tBodies) {
    const rows = [...body.rows];
    rows.sort((x, y) => compare(valueOf(x, column), valueOf(y, column)) * (falling ? -1 : 1));
    body.append(...rows);
  }
}

function makeSortable(table) {
  [...(table.tHead?.rows[0]?.cells ?? [])].forEach((heading, column) => {
    if (heading.dataset.unsorted !== undefined || heading.textContent.trim() === "") return;
    const press = document.createElement("button");
    press.type = "button";
    press.className = "sort";
    press.append(...heading.childNodes);
    press.addEventListener("click", () => sortBy(table, heading, column));
    heading.append(press);
  });
}

function makeFilterable(table, number) {
  const line = document.createElement("div");
  const label = document.createElement("label");
  const input = document.createElement("input");
  const count = document.createElement("output");
  line.className = "filter";
  input.type = "search";
  input.id = `filter-${number}`;
  label.htmlFor = input.id;
  label.textContent = table.dataset.filter || "Show only rows with";
  count.htmlFor = input.id;
  line.append(label, input, count);
  (table.closest(".scroll") ?? table).before(line);

  const rows = () => [...table.tBodies].flatMap((body) => [...body.rows]);
  const show = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const all = rows();
    let shown = 0;
    for (const row of all) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) shown += 1;
    }
    const total = all.length === 1 ? "1 row" : `${all.length} rows`;
    count.textContent = words.length ? `${shown} of ${total}` : total;
  };
  input.addEventListener("input", show);
  show();
}

let filters = 0;

export function liven(root) {
  for (const table of root.querySelectorAll?.("table[data-sort]:not([data-live])") ?? []) {
    table.dataset.live = "yes";
    makeSortable(table);
    if (table.dataset.filter !== undefined) makeFilterable(table, (filters += 1));
  }
}
