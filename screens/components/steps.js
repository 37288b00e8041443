// The steps as a table, with the same buttons as the board has. textContent only.

const drawn = new WeakMap();

// Laid out as blocks, a table stops being one for a screen reader unless its roles are written out.
function part(tag, role, text) {
  const made = document.createElement(tag);
  made.setAttribute("role", role);
  if (text !== undefined) made.textContent = text;
  return made;
}

function label(text) {
  // The column's name again, where rows are cards; the headings say it to a screen reader.
  const made = document.createElement("span");
  made.className = "ir-label";
  made.textContent = text;
  made.setAttribute("aria-hidden", "true");
  return made;
}

function drawRow(row, columns, head) {
  const line = part("tr", "row");
  row.cells.forEach((text, index) => {
    const names = index === head;
    const cell = names ? part("th", "rowheader") : part("td", "cell");
    if (names) cell.scope = "row";
    if (!text) cell.className = "ir-without";
    const value = document.createElement("span");
    value.textContent = text;
    cell.append(label(columns[index]), value);
    line.append(cell);
  });
  const cell = part("td", "cell");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = row.source.label;
  button.dataset.step = row.source.step;
  button.setAttribute("aria-label", row.source.name);
  cell.append(label(columns[columns.length - 1]), button);
  line.append(cell);
  return line;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".ir-steps");
  if (!root || !data) return;
  root.onclick = (event) => {
    const button = event.target.closest("button[data-step]");
    if (button) setTriggerValue("source", button.dataset.step);
  };
  const stamp = JSON.stringify(data);
  if (drawn.get(root) === stamp) return;
  drawn.set(root, stamp);
  const table = part("table", "table");
  const caption = document.createElement("caption");
  caption.textContent = data.caption;
  const head = part("thead", "rowgroup");
  const names = part("tr", "row");
  for (const column of data.columns) {
    const name = part("th", "columnheader", column);
    name.scope = "col";
    names.append(name);
  }
  head.append(names);
  const body = part("tbody", "rowgroup");
  for (const row of data.rows) body.append(drawRow(row, data.columns, data.head));
  table.append(caption, head, body);
  root.replaceChildren(table);
}
