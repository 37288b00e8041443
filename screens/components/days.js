// Dates to fill in, with the browser's own date boxes: typed or picked, and cleared.

function make(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function drawField(field, send) {
  const shown = make("div", "ir-day");
  const label = make("label", "", field.label);
  const box = make("input", "");
  box.type = "date";
  box.min = field.min;
  box.max = field.max;
  label.append(box);
  const wrong = make("span", "ir-wrong");
  wrong.setAttribute("role", "alert");
  const clear = make("button", "", field.clear);
  clear.type = "button";
  clear.setAttribute("aria-label", `${field.clear}: ${field.label}`);
  // While a year is typed the box holds the years 2, 20 and 202: only one within bounds counts.
  box.addEventListener("input", () => { wrong.textContent = ""; });
  box.addEventListener("change", () => {
    if (box.value && box.validity.valid) send(field.name, box.value);
  });
  // A part of a date that is being typed over leaves the box empty: it counts once it is left so.
  box.addEventListener("blur", () => {
    const bounds = box.validity.rangeUnderflow || box.validity.rangeOverflow;
    wrong.textContent = box.value && bounds ? field.wrong : "";
    if (!box.value && !box.validity.badInput && shown.dataset.value) send(field.name, "");
  });
  clear.addEventListener("click", () => { box.value = ""; box.focus(); send(field.name, ""); });
  shown.append(label, clear, wrong);
  return shown;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".ir-dates");
  if (!root || !data) return;
  const send = (name, value) => {
    const shown = root.querySelector(`[data-name="${CSS.escape(name)}"]`);
    if (shown.dataset.value === value) return;
    shown.dataset.value = value;
    shown.querySelector("button").hidden = !value;
    setTriggerValue("set", { name, value });
  };
  const names = data.fields.map((field) => field.name + field.label).join("\n");
  if (root.dataset.names !== names) {
    root.dataset.names = names;
    root.replaceChildren(...data.fields.map((field) => {
      const shown = drawField(field, send);
      shown.dataset.name = field.name;
      return shown;
    }));
  }
  for (const [index, field] of data.fields.entries()) {
    const shown = root.children[index];
    const box = shown.querySelector("input");
    shown.dataset.value = field.value;
    shown.querySelector("button").hidden = !field.value;
    // Not under the hands of somebody who types.
    if (box.value !== field.value && !(box === document.activeElement && box.value)) {
      box.value = field.value;
    }
  }
}
