// The text of a slide, page or section in order, the cited words marked. textContent only.

const drawn = new WeakMap();

function segments(parent, parts) {
  for (const part of parts) {
    if (part.marked) {
      const mark = document.createElement("mark");
      mark.textContent = part.text;
      parent.append(mark);
    } else {
      parent.append(part.text);
    }
  }
}

function make(tag, className) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  return made;
}

function drawTable(parent, passage) {
  // One row with its column headings: read across, as a person would say it.
  const list = make("dl", "ir-row");
  passage.cells.forEach((cell, index) => {
    const pair = make("div", "");
    const heading = make("dt", "");
    segments(heading, passage.header[index] || [{ text: `Column ${index + 1}` }]);
    const value = make("dd", "");
    segments(value, cell);
    pair.append(heading, value);
    list.append(pair);
  });
  parent.append(list);
}

function drawExtras(shown, passage, index) {
  // The owner's note on a passage, and the button that changes it.
  if (passage.note) {
    const note = make("span", "ir-note");
    const label = make("strong", "");
    label.textContent = `${passage.note_label}: `;
    note.append(label, passage.note);
    shown.append(note);
  }
  if (passage.action) {
    const button = make("button", "ir-pick");
    button.type = "button";
    button.dataset.index = String(index);
    button.textContent = passage.action.label;
    button.setAttribute("aria-label", passage.action.name);
    shown.append(" ", button);
  }
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".ir-passages");
  if (!root || !data) return;
  root.onclick = (event) => {
    const button = event.target.closest("button.ir-pick");
    if (button) setTriggerValue("pick", Number(button.dataset.index));
  };
  const stamp = JSON.stringify(data);
  if (drawn.get(root) === stamp) return;
  drawn.set(root, stamp);
  root.replaceChildren();
  let list = null;
  for (const [index, passage] of data.passages.entries()) {
    if (passage.kind !== "item") list = null;
    let shown;
    if (passage.kind === "item") {
      if (!list) {
        list = make("ul", "");
        root.append(list);
      }
      shown = make("li", "");
      segments(shown, passage.parts);
      list.append(shown);
    } else if (passage.kind === "row" && (passage.cited || passage.action)) {
      shown = make("div", "");
      drawTable(shown, passage);
      root.append(shown);
    } else {
      shown = make("p", passage.kind === "heading" ? "ir-heading" : "");
      segments(shown, passage.parts);
      root.append(shown);
    }
    if (passage.cited) shown.classList.add("ir-cited");
    drawExtras(shown, passage, index);
  }
  const cited = root.querySelector(".ir-cited");
  if (cited && data.passages.length > 6) cited.scrollIntoView({ block: "nearest" });
}
