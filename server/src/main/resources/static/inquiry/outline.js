// The arrow keys walk an outline: up and down by lines, left to the line it hangs on, right to the
// first below it. One line at a time can be tabbed to; Enter opens what it names.

function level(line) {
  return Number(line.getAttribute("aria-level"));
}

function go(lines, from, to) {
  if (to < 0 || to >= lines.length) return;
  lines[from].tabIndex = -1;
  lines[to].tabIndex = 0;
  lines[to].focus();
}

function parent(lines, at) {
  for (let i = at - 1; i >= 0; i -= 1) if (level(lines[i]) < level(lines[at])) return i;
  return at;
}

function child(lines, at) {
  const next = lines[at + 1];
  return next && level(next) > level(lines[at]) ? at + 1 : at;
}

function walk(tree, press) {
  const lines = [...tree.querySelectorAll("[role=treeitem]")];
  const at = lines.indexOf(press.target.closest("[role=treeitem]"));
  if (at < 0 || press.ctrlKey || press.metaKey || press.altKey) return;
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    ArrowLeft: parent(lines, at),
    ArrowRight: child(lines, at),
    Home: 0,
    End: lines.length - 1,
  }[press.key];
  if (to !== undefined) {
    press.preventDefault();
    go(lines, at, to);
  } else if (press.key === "Enter" && press.target === lines[at]) {
    lines[at].querySelector("a")?.click();
  }
}

for (const tree of document.querySelectorAll("[role=tree]")) {
  tree.addEventListener("keydown", (press) => walk(tree, press));
}
