// What was pushed into the room, and nothing else. Text comes from documents: textContent only.

const drawn = new WeakMap();
const watched = new WeakMap();

function make(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function drawLines(parent, lines) {
  let list = null;
  for (const line of lines) {
    if (line.item) {
      if (!list) parent.append((list = make("ul", "")));
      list.append(make("li", "", line.text));
    } else {
      list = null;
      parent.append(make("p", line.small ? "ir-room-note" : "", line.text));
    }
  }
}

function drawSources(parent, data) {
  const list = make("ul", "ir-room-sources");
  list.setAttribute("aria-label", data.sources_label);
  for (const source of data.sources) {
    const item = make("li", "");
    const button = make("button", "", source.text);
    button.type = "button";
    button.dataset.source = String(source.number);
    button.setAttribute("aria-expanded", String(source.open));
    button.setAttribute("aria-label", `${source.text}: ${data.passage_label}`);
    item.append(button);
    for (const passage of source.passages) item.append(make("blockquote", "", passage));
    list.append(item);
  }
  parent.append(list);
}

function draw(root, data) {
  root.replaceChildren();
  const shown = data.shown;
  if (!shown) return;
  root.append(make("h1", "", shown.question));
  if (shown.headline) root.append(make("p", "ir-room-headline", shown.headline));
  drawLines(root, shown.lines);
  if (shown.sources.length) drawSources(root, { ...data, sources: shown.sources });
}

// What does not fit is said: a room cannot see that the page goes on.
function tellOfMore(sign, main) {
  const left = main.scrollHeight - main.clientHeight - main.scrollTop;
  sign.hidden = left < 8 + (sign.hidden ? 0 : sign.offsetHeight);
}

function watchForMore(sign, main, root) {
  if (!sign || !main) return;
  const look = () => tellOfMore(sign, main);
  if (!watched.has(sign)) {
    watched.set(sign, look);
    main.addEventListener("scroll", look, { passive: true });
    window.addEventListener("resize", look);
    new ResizeObserver(look).observe(root);
  }
  requestAnimationFrame(look);
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".ir-room");
  if (!root || !data) return;
  root.onclick = (event) => {
    const button = event.target.closest("button[data-source]");
    if (button) setTriggerValue("source", Number(button.dataset.source));
  };
  const main = document.querySelector('[data-testid="stMain"]');
  const sign = parentElement.querySelector(".ir-room-more");
  if (sign) sign.textContent = data.more_label;
  watchForMore(sign, main, root);
  const stamp = JSON.stringify(data);
  if (drawn.get(root) === stamp) return;
  const focused = document.activeElement && document.activeElement.dataset.source;
  const fresh = root.dataset.identity !== data.identity;
  drawn.set(root, stamp);
  root.dataset.identity = data.identity;
  draw(root, data);
  document.title = data.title;
  const again = focused && root.querySelector(`button[data-source="${focused}"]`);
  if (again && !fresh) again.focus({ preventScroll: true });
  if (fresh && main) main.scrollTop = 0;
  const open = root.querySelector("button[aria-expanded=true]");
  if (open) open.scrollIntoView({ block: "nearest" });
  const passage = root.querySelector("blockquote");
  if (passage) passage.scrollIntoView({ block: "nearest" });
}
