// The inspection as weeks of days, each step a card. Text comes from documents: textContent only.

const drawn = new WeakMap();

function make(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function press(action, data) {
  const button = make("button", `ir-${action}`, data.label);
  button.type = "button";
  button.dataset.action = action;
  button.dataset.step = data.step;
  button.setAttribute("aria-label", data.name);
  return button;
}

function drawCard(card, tag = "li") {
  const shown = make(tag, card.usual ? "ir-card ir-usual" : "ir-card");
  if (card.usual) shown.append(make("p", "ir-tag", card.usual));
  if (card.when) shown.append(make("p", "ir-when", card.when));
  if (card.date) shown.append(make("p", "ir-date", card.date));
  shown.append(make("p", "ir-what", card.what));
  if (card.who) shown.append(make("p", "ir-who", card.who));
  for (const mark of card.marks) shown.append(make("p", "ir-mark", mark));
  if (card.others.length) {
    const others = make("div", "ir-others");
    others.append(make("p", "ir-tag", card.others_label));
    for (const other of card.others) {
      others.append(make("p", "", other.text), press("source", other.source));
    }
    shown.append(others);
  }
  const foot = make("p", "ir-foot");
  foot.append(press("source", card.source));
  if (card.owner) foot.append(" ", press("owner", card.owner));
  shown.append(foot);
  return shown;
}

function drawList(cards, className) {
  const list = make("ul", className);
  for (const card of cards) list.append(drawCard(card));
  return list;
}

function drawSection(section, level, lines = false) {
  const shown = make("div", "ir-section");
  shown.append(make(`h${level}`, "", section.title));
  if (section.detail) shown.append(make("p", "ir-detail", section.detail));
  if (section.cards.length) shown.append(drawList(section.cards, lines ? "ir-lines" : "ir-cards"));
  return shown;
}

function place(shown, row, column, length = 1) {
  shown.style.gridRow = String(row);
  shown.style.gridColumn = `${column} / span ${length}`;
  return shown;
}

// In the order of reading each day has its own steps; the grid puts the days side by side, and
// a step of several days over all of them.
function drawDays(columns) {
  const days = make("div", "ir-days");
  const spans = columns.reduce((sum, column) => sum + column.spans.length, 0);
  days.style.setProperty("--ir-columns", String(columns.length));
  let row = 2;
  columns.forEach((column, index) => {
    // Only with nothing under its name is a day left out where it is narrow.
    const none = !column.cards.length && !column.spans.length && !column.today && !column.holiday;
    const quiet = `${none ? " ir-none" : ""}${column.today ? " ir-now" : ""}`;
    const head = place(make("div", `ir-head${quiet}`), 1, index + 1);
    const name = make("h4", "", column.name);
    if (column.date) name.append(" ", make("span", "ir-day-date", column.date));
    if (column.today) name.append(" ", make("span", "ir-today", column.today));
    head.append(name);
    if (column.holiday) head.append(make("p", "ir-mark", column.holiday));
    days.append(head);
    for (const span of column.spans) {
      const list = place(make("ul", "ir-span"), row, index + 1, span.length);
      list.append(drawCard(span.card));
      days.append(list);
      row += 1;
    }
    const stack = column.cards.length ? drawList(column.cards, `ir-stack${quiet}`)
      : make("div", `ir-stack${quiet}`);
    if (column.nothing) stack.append(make("p", "ir-nothing", column.nothing));
    days.append(place(stack, spans + 2, index + 1));
  });
  return days;
}

function drawWeek(week) {
  const shown = make("section", "ir-week");
  shown.setAttribute("aria-label", [week.title, week.detail].filter(Boolean).join(", "));
  const title = make("h3", "", week.title);
  if (week.detail) title.append(" ", make("span", "ir-detail", week.detail));
  shown.append(title, drawDays(week.columns));
  if (week.without_day.cards.length) shown.append(drawSection(week.without_day, 4));
  return shown;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".ir-board");
  if (!root || !data) return;
  root.onclick = (event) => {
    const button = event.target.closest("button[data-action]");
    if (button) setTriggerValue(button.dataset.action, button.dataset.step);
  };
  const stamp = JSON.stringify(data);
  if (drawn.get(root) === stamp) return; // the same board: keep the focus where it is
  drawn.set(root, stamp);
  root.replaceChildren();
  for (const week of data.weeks) root.append(drawWeek(week));
  if (data.sections.length) {
    const row = make("div", "ir-sections");
    for (const section of data.sections) row.append(drawSection(section, 3, data.lines));
    root.append(row);
  }
}
