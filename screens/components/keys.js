// The keys of a briefing, for a keyboard or a clicker. They never act while somebody types or is in
// a control with arrow keys of its own; single characters can be switched off (WCAG 2.1.4).
// Streamlit's own 'r' and 'c' do nothing here.

const KEY_USERS = "input, textarea, select, summary, [contenteditable], [role=listbox], [role=menu], "
  + "[role=combobox], [role=radiogroup], [role=tablist], [role=dialog], [role=slider]";
const MOVES = {
  ArrowRight: "next", PageDown: "next", ArrowLeft: "back", PageUp: "back",
  Home: "first", End: "last", Escape: "escape",
};
const SCROLL = { ArrowDown: 0.4, ArrowUp: -0.4 };
const DIGITS_MS = 900; // '1' then '2' within it is item 12
const RESEND_MS = 2000; // a press that a busy server has not taken in by then is sent again

let current = null; // what the last drawing gave: the letters' switch and the way to the server
let waiting = []; // pressed, and not yet known to have been taken in
let digits = "";
let timer = 0;
let resend = 0;
let count = Date.now(); // beyond what an earlier page of this session counted to

function sendWaiting() {
  clearTimeout(resend);
  if (!current || !waiting.length) return;
  current.set("pressed", waiting);
  resend = setTimeout(sendWaiting, RESEND_MS);
}

function send(name) {
  waiting.push({ number: ++count, name });
  sendWaiting();
}

function jump() { // a number is over: its time is up, or another key was pressed
  clearTimeout(timer);
  if (current && digits) send(`item ${digits}`);
  digits = "";
}

function character(key) {
  if (/^[rc]$/i.test(key)) return true;
  if (!current.letters) return false;
  if (/^b$/i.test(key)) {
    jump();
    send("blank");
  } else if (/^\d$/.test(key)) {
    digits = (digits + key).slice(0, 3);
    clearTimeout(timer);
    timer = setTimeout(jump, DIGITS_MS);
  } else return false;
  return true;
}

function scroll(share) {
  const main = document.querySelector('[data-testid="stMain"]') || document.scrollingElement;
  main.scrollBy({ top: share * window.innerHeight });
}

function press(event) {
  if (!current || event.ctrlKey || event.metaKey || event.altKey) return;
  const inside = event.target.closest && event.target.closest(KEY_USERS);
  if (inside) return;
  let taken = true;
  if (event.key in MOVES) {
    jump();
    send(MOVES[event.key]);
  } else if (event.key === "Enter" && digits) jump();
  else if (event.key in SCROLL && current.scrolls) scroll(SCROLL[event.key]);
  else taken = character(event.key);
  if (taken) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}

export default function (component) {
  const { data, setTriggerValue, parentElement: owner } = component;
  if (!data) return undefined;
  if (!current) window.addEventListener("keydown", press, true);
  current = { letters: data.letters, scrolls: data.scrolls, set: setTriggerValue, owner };
  waiting = waiting.filter((each) => each.number > data.taken);
  document.documentElement.dataset.irKeys = "ready";
  return () => {
    if (!current || current.owner !== owner) return; // another drawing of the keys has taken over
    window.removeEventListener("keydown", press, true);
    delete document.documentElement.dataset.irKeys;
    clearTimeout(timer);
    clearTimeout(resend);
    current = null;
    waiting = [];
    digits = "";
  };
}
