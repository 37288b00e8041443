// Says a finished answer once, brings its beginning into view and keeps the focus usable.
// Also keeps Streamlit's own one-letter keys ('r' runs the page again, 'c' clears its cache) from
// acting on somebody who types or speaks outside a box: WCAG 2.1.4.

const KEY_USERS =
  "input, textarea, select, [contenteditable], [role=listbox], [role=menu], [role=combobox]";

function guardKeys(event) {
  const bare = !event.ctrlKey && !event.metaKey && !event.altKey;
  const typing = event.target.closest && event.target.closest(KEY_USERS);
  if (bare && !typing && /^[rc]$/i.test(event.key)) event.stopPropagation();
}

function bringIntoView(name) {
  const turn = document.querySelector(`.st-key-${name}`);
  const header = document.querySelector(".st-key-header");
  if (!turn) return;
  if (header) {
    // The bar above is 3.75rem high; our line under it has one row or several.
    const under = `calc(3.75rem + ${Math.ceil(header.offsetHeight)}px + 0.5rem)`;
    document.documentElement.style.setProperty("--ir-under-header", under);
  }
  turn.scrollIntoView({ block: "start" });
}

function toTop() {
  // Streamlit scrolls a page with a chat box to its end; one without answers starts at its top.
  const main = document.querySelector('[data-testid="stMain"]');
  for (const wait of [0, 120, 400]) setTimeout(() => { if (main) main.scrollTop = 0; }, wait);
}

function sayOnce(region, data) {
  if (!data.turn) toTop();
  if (!data.identity || region.dataset.identity === data.identity) return;
  region.dataset.identity = data.identity;
  region.textContent = "";
  // A region that was empty a moment ago is what screen readers notice.
  setTimeout(() => { region.textContent = data.text; }, 250);
  if (data.turn) {
    for (const wait of [0, 120, 400]) setTimeout(() => bringIntoView(data.turn), wait);
  }
  const box = document.querySelector('[data-testid="stChatInput"] textarea');
  const lost = !document.activeElement || document.activeElement === document.body;
  if (box && lost && window.matchMedia("(pointer: fine)").matches) {
    box.focus({ preventScroll: true });
  }
}

function shareColours(parentElement) {
  const theme = getComputedStyle(parentElement);
  for (const [ours, streamlits] of [
    ["--ir-background", "--st-background-color"],
    ["--ir-link", "--st-link-color"],
  ]) {
    const colour = theme.getPropertyValue(streamlits);
    if (colour) document.documentElement.style.setProperty(ours, colour);
  }
}

export default function (component) {
  const { data, parentElement } = component;
  if (!data) return;
  shareColours(parentElement);
  if (!window.inspectionReadyKeys) {
    window.inspectionReadyKeys = true;
    window.addEventListener("keydown", guardKeys, true);
  }
  parentElement.querySelector("h1").textContent = data.heading;
  sayOnce(parentElement.querySelector(".ir-live"), data);
}
