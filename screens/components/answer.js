// An answer: sentences, lists and cells, each with numbered chips that open a source.
// Text comes from documents, so it is set as textContent and never as markup.

const drawn = new WeakMap();

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function withChips(tag, className, line) {
  if (!line.references.length) return element(tag, className, line.text);
  // The last word and its chips stay on one line, so that no chip stands alone on the next.
  const cut = line.text.lastIndexOf(" ") + 1;
  const made = element(tag, className, line.text.slice(0, cut));
  const end = element("span", line.text.length - cut < 25 ? "ir-end" : "", line.text.slice(cut));
  for (const reference of line.references) {
    const chip = element("button", "ir-chip", String(reference.number));
    chip.type = "button";
    chip.dataset.number = String(reference.number);
    chip.setAttribute("aria-label", reference.name);
    chip.title = reference.name;
    end.append("\u00a0", chip);
  }
  made.append(end);
  return made;
}

function drawBlocks(parent, blocks) {
  for (const block of blocks) {
    if (block.kind === "item") {
      const list = element("ul", "ir-list");
      for (const line of block.lines) list.append(withChips("li", "", line));
      parent.append(list);
    } else {
      for (const line of block.lines) parent.append(withChips("p", `ir-${block.kind}`, line));
    }
  }
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".ir-answer");
  if (!root || !data) return;
  root.onclick = (event) => {
    const chip = event.target.closest("button.ir-chip");
    if (chip) setTriggerValue("open", Number(chip.dataset.number));
  };
  const stamp = JSON.stringify(data);
  if (drawn.get(root) === stamp) return; // the same answer: keep the focus where it is
  drawn.set(root, stamp);
  root.replaceChildren();
  drawBlocks(root, data.blocks);
  if (data.columns.length) {
    const sides = element("div", "ir-sides");
    for (const column of data.columns) {
      const side = element("section", "ir-side");
      side.append(element("h4", "ir-side-title", column.title));
      side.setAttribute("aria-label", column.title);
      drawBlocks(side, column.blocks);
      sides.append(side);
    }
    root.append(sides);
  }
}
