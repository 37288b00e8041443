// The list of documents: a table that becomes cards where it is narrow. textContent only.

const drawn = new WeakMap();

function make(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

// Laid out as blocks, a table stops being one for a screen reader unless its roles are written out.
function part(tag, role, text) {
  const made = make(tag, "", text);
  made.setAttribute("role", role);
  return made;
}

function drawRow(row, columns) {
  const line = part("tr", "row");
  const head = part("th", "rowheader");
  head.scope = "row";
  const open = make("button", "", row.title);
  open.type = "button";
  open.dataset.id = row.id;
  open.setAttribute("aria-label", row.name);
  head.append(open);
  if (row.marks.length) {
    const marks = make("div", "ir-marks");
    for (const mark of row.marks) marks.append(make("span", "", mark), " ");
    head.append(marks);
  }
  line.append(head);
  row.cells.forEach((text, index) => {
    const cell = part("td", "cell");
    // The column's name again, for a card; the table's own headings say it to a screen reader.
    const label = make("span", "ir-label", columns[index + 1]);
    label.setAttribute("aria-hidden", "true");
    cell.append(label, make("span", "", text));
    line.append(cell);
  });
  return line;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".ir-documents");
  if (!root || !data) return;
  root.onclick = (event) => {
    const open = event.target.closest("button");
    if (open) setTriggerValue("open", open.dataset.id);
  };
  const stamp = JSON.stringify(data);
  if (drawn.get(root) === stamp) return; // the same list: keep the focus where it is
  drawn.set(root, stamp);
  const table = part("table", "table");
  table.append(make("caption", "ir-hidden", data.caption));
  const head = part("thead", "rowgroup");
  const names = part("tr", "row");
  for (const column of data.columns) {
    const name = part("th", "columnheader", column);
    name.scope = "col";
    names.append(name);
  }
  head.append(names);
  const body = part("tbody", "rowgroup");
  for (const row of data.rows) body.append(drawRow(row, data.columns));
  table.append(head, body);
  root.replaceChildren(table);
}
