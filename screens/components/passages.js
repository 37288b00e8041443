// The text of a slide, page or section in order, the cited words marked. textContent only.

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
    heading.textContent = passage.header[index] || `Column ${index + 1}`;
    const value = make("dd", "");
    segments(value, cell);
    pair.append(heading, value);
    list.append(pair);
  });
  parent.append(list);
}

export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".ir-passages");
  if (!root || !data) return;
  const stamp = JSON.stringify(data);
  if (root.dataset.stamp === stamp) return;
  root.dataset.stamp = stamp;
  root.replaceChildren();
  let list = null;
  for (const passage of data.passages) {
    if (passage.kind !== "item") list = null;
    let drawn;
    if (passage.kind === "item") {
      if (!list) {
        list = make("ul", "");
        root.append(list);
      }
      drawn = make("li", "");
      segments(drawn, passage.parts);
      list.append(drawn);
    } else if (passage.kind === "row" && passage.cited) {
      drawn = make("div", "");
      drawTable(drawn, passage);
      root.append(drawn);
    } else {
      drawn = make("p", passage.kind === "heading" ? "ir-heading" : "");
      segments(drawn, passage.parts);
      root.append(drawn);
    }
    if (passage.cited) drawn.classList.add("ir-cited");
  }
  const cited = root.querySelector(".ir-cited");
  if (cited && data.passages.length > 6) cited.scrollIntoView({ block: "nearest" });
}
