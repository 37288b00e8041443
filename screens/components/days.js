// Dates to fill in as day, month and year, whatever the browser's language; typed or picked.

function make(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

// '2026-12-14' as '14/12/2026'.
function display(value) {
  return value.split("-").reverse().join("/");
}

// The ISO date that somebody typed, '' for nothing; null where it is none.
function read(text) {
  const said = text.trim();
  if (!said) return "";
  const parts = /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{2}|\d{4})$/.exec(said);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(said);
  if (!parts && !iso) return null;
  const [day, month, year] = parts ? parts.slice(1) : iso.slice(1).reverse();
  const full = year.length === 2 ? `20${year}` : year;
  const value = `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const made = new Date(`${value}T00:00:00Z`);
  // The 31st of February becomes a day of March, or none.
  return !Number.isNaN(made.valueOf()) && made.toISOString().startsWith(value) ? value : null;
}

function drawField(field, send) {
  const shown = make("div", "ir-day");
  const label = make("label", "", field.label);
  const box = make("input", "ir-typed");
  box.type = "text";
  box.inputMode = "numeric";
  box.autocomplete = "off";
  box.placeholder = field.hint;
  const wrong = make("p", "ir-wrong");
  wrong.id = `ir-wrong-${field.name}`;
  wrong.setAttribute("role", "alert");
  box.setAttribute("aria-describedby", wrong.id);
  label.append(box);
  const say = (text) => {
    wrong.textContent = text;
    box.setAttribute("aria-invalid", String(Boolean(text)));
  };
  const take = () => {
    const value = read(box.value);
    const now = shown.field;
    if (value === null) return say(`${now.unread} ${now.kept}`);
    if (value && (value < now.min || value > now.max)) return say(`${now.wrong} ${now.kept}`);
    say("");
    box.value = display(value);
    return send(field.name, value);
  };
  box.addEventListener("change", take);
  const picker = make("input", "ir-picker");
  picker.type = "date";
  picker.tabIndex = -1;
  picker.setAttribute("aria-hidden", "true");
  picker.addEventListener("change", () => {
    if (!picker.value) return;
    box.value = display(picker.value);
    take();
    box.focus();
  });
  const pick = make("button", "", field.pick);
  pick.type = "button";
  pick.setAttribute("aria-label", `${field.pick}: ${field.label}`);
  pick.addEventListener("click", () => {
    picker.value = shown.dataset.value;
    picker.min = shown.field.min;
    picker.max = shown.field.max;
    picker.showPicker();
  });
  const clear = make("button", "ir-clear", field.clear);
  clear.type = "button";
  clear.setAttribute("aria-label", `${field.clear}: ${field.label}`);
  clear.addEventListener("click", () => { box.value = ""; box.focus(); take(); });
  const row = make("div", "ir-row");
  row.append(label, pick, picker, clear);
  shown.append(row, wrong);
  shown.say = say;
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
    shown.querySelector(".ir-clear").hidden = !value;
    setTriggerValue("set", { name, value });
  };
  const names = data.fields.map((field) => field.name + field.label).join("\n");
  if (root.dataset.names !== names) {
    root.dataset.names = names;
    root.replaceChildren(...data.fields.map((field) => {
      const shown = drawField(field, send);
      shown.dataset.name = field.name;
      shown.dataset.value = "";
      return shown;
    }));
  }
  for (const [index, field] of data.fields.entries()) {
    const shown = root.children[index];
    const box = shown.querySelector(".ir-typed");
    const before = shown.dataset.value;
    shown.field = field;
    shown.dataset.value = field.value;
    shown.querySelector(".ir-clear").hidden = !field.value;
    // Not under the hands of somebody who types, nor what was refused and is to be put right.
    const typing = box === document.activeElement && box.value !== display(before);
    const refused = box.getAttribute("aria-invalid") === "true" && before === field.value;
    if (!typing && !refused && box.value !== display(field.value)) {
      box.value = display(field.value);
      shown.say("");
    }
  }
}
