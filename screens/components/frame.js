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

function backToTheList(event) {
  // Streamlit does nothing where its menu leads to the screen that is shown already.
  const link = event.target.closest && event.target.closest("a[href]");
  const back = document.querySelector(".st-key-back button");
  if (link && back && new URL(link.href).pathname === window.location.pathname) back.click();
}

function showStart(turn, main) {
  const header = document.querySelector(".st-key-header");
  if (header) {
    // The bar above is 3.75rem high; our line under it has one row or several.
    const under = `calc(3.75rem + ${Math.ceil(header.offsetHeight)}px + 0.5rem)`;
    document.documentElement.style.setProperty("--ir-under-header", under);
  }
  const shown = turn && document.querySelector(`.st-key-${turn}`);
  if (shown) shown.scrollIntoView({ block: "start" });
  else main.scrollTop = 0;
}

const HOLD_MS = 2500; // a slow laptop draws an answer's parts over a second or two
const GONE_MS = 900;
const WAIT_MS = 10000;
const UNFOLD_MS = 600; // an expander's animation takes half of it

function scrolling(element) {
  // Its name depends on whether the page has a chat box; what it does not.
  for (let each = element; each; each = each.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
  }
  return document.scrollingElement;
}

function hold(main, settle, milliseconds) {
  // Streamlit scrolls a page with a chat box to its end while it grows, so that the beginning of a
  // long answer would be gone. A wheel event ends that; hold for a moment, unless somebody acts.
  let until = performance.now() + milliseconds;
  let height = main.scrollHeight;
  const stop = (event) => { if (event.isTrusted) until = 0; };
  const events = ["wheel", "pointerdown", "keydown", "touchstart"];
  for (const name of events) window.addEventListener(name, stop, { capture: true, passive: true });
  const again = () => {
    const now = performance.now();
    if (now > until) {
      for (const name of events) window.removeEventListener(name, stop, { capture: true });
      return;
    }
    if (main.scrollHeight !== height) {
      height = main.scrollHeight;
      until = Math.max(until, now + milliseconds); // still growing
    }
    main.dispatchEvent(new WheelEvent("wheel", { bubbles: false }));
    settle();
    setTimeout(again, 80);
  };
  again();
}

function holdWhenUnfolded(event) {
  const folded = event.target.closest && event.target.closest("summary");
  if (!folded) return;
  const main = scrolling(folded);
  const before = main.scrollTop;
  hold(main, () => { main.scrollTop = before; }, UNFOLD_MS);
}

function lost() {
  return !document.activeElement || document.activeElement === document.body;
}

function sayOnce(region, data, heading) {
  region.dataset.identity = data.identity;
  if (!data.identity) {
    // What was said of the step before is no longer so.
    region.textContent = "";
    return;
  }
  region.textContent = "";
  // A region that was empty a moment ago is what screen readers notice.
  setTimeout(() => { region.textContent = data.text; }, 250);
  const box = document.querySelector('[data-testid="stChatInput"] textarea');
  if (box) {
    if (lost() && window.matchMedia("(pointer: fine)").matches) box.focus({ preventScroll: true });
    return;
  }
  focusWhenLost(heading);
}

function focusWhenLost(heading) {
  // What was pressed goes only at the end of the run, which a busy machine takes seconds for; the
  // focus then goes on from the heading, unless somebody has acted meanwhile.
  const until = performance.now() + WAIT_MS;
  let acted = false;
  const act = (event) => { if (event.isTrusted) acted = true; };
  for (const name of ["keydown", "pointerdown"]) window.addEventListener(name, act, true);
  const look = () => {
    const over = acted || performance.now() > until;
    if (!over && !lost()) {
      setTimeout(look, 200);
      return;
    }
    for (const name of ["keydown", "pointerdown"]) window.removeEventListener(name, act, true);
    if (!over) heading.focus({ preventScroll: true });
  };
  setTimeout(look, GONE_MS);
}

function shareColours(parentElement) {
  const theme = getComputedStyle(parentElement);
  for (const [ours, streamlits] of [
    ["--ir-background", "--st-background-color"],
    ["--ir-link", "--st-link-color"],
    ["--ir-border", "--st-border-color"],
  ]) {
    const colour = theme.getPropertyValue(streamlits);
    if (colour) document.documentElement.style.setProperty(ours, colour);
  }
}

export default function (component) {
  const { data, parentElement } = component;
  if (!data) return;
  shareColours(parentElement);
  if (!window.inspectionReadyListens) {
    window.inspectionReadyListens = true;
    window.addEventListener("keydown", guardKeys, true);
    window.addEventListener("click", holdWhenUnfolded, true);
    window.addEventListener("click", backToTheList, true);
  }
  const heading = parentElement.querySelector("h1");
  heading.textContent = data.heading;
  const region = parentElement.querySelector(".ir-live");
  const fresh = region.dataset.identity !== data.identity;
  const there = `${data.place} ${data.turn}`;
  const moved = region.dataset.there !== there;
  region.dataset.there = there;
  if (moved || (fresh && data.turn)) {
    const main = scrolling(parentElement);
    hold(main, () => showStart(data.turn, main), HOLD_MS);
  }
  if (fresh) sayOnce(region, data, heading);
}
