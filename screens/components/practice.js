// A practice prompt with the box for an answer and its buttons. Ours and not Streamlit's, so that a
// dropped connection neither locks nor empties the box, and so that an answer and the button that
// sends it travel together. What is typed is held by the box alone: no storage of the browser's.

const RESEND_MS = 4000;
const SLOW_MS = 400;
const MINUTE_MS = 15000;
const LOOK_MS = 1000;
const FOCUS_MS = 3000;
const states = new WeakMap();

function make(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function part(root, name) {
  return root.querySelector(`.ir-${name}`);
}

function send(root, action) {
  const state = states.get(root);
  if (state.pending) return;
  const box = part(root, "box");
  const number = state.data.handled + 1;
  state.pending = { number, box: state.data.box, action, text: box.value };
  state.since = performance.now();
  post(root);
}

function post(root) {
  // Said again until the server has it: it goes by the number and does nothing twice.
  const state = states.get(root);
  if (!root.isConnected || !state.pending) return;
  try {
    state.set("act", state.pending);
  } catch {
    // No connection just now.
  }
  setTimeout(() => post(root), RESEND_MS);
}

function wait(root) {
  const { data, pending, since } = states.get(root);
  const slow = pending && performance.now() - since > SLOW_MS;
  let text = slow ? data.busy : "";
  if (document.querySelector('[data-testid="stConnectionStatus"]')) text = data.offline;
  const line = part(root, "wait");
  if (line.textContent !== text) line.textContent = text;
}

function putAside(root) {
  // Without a connection Streamlit lays a window over the page, takes the focus and tells how to
  // start a server. The line under the box says what matters here, and typing goes on.
  for (const window of document.querySelectorAll('[role="dialog"]')) {
    if (!window.textContent.startsWith("Connection error")) continue;
    const close = window.querySelector('button[aria-label="Close"]');
    if (!close) continue;
    close.click();
    setTimeout(() => part(root, "box").focus({ preventScroll: true }), 100);
  }
  wait(root);
}

function tell(root) {
  // Minutes, calmly: no seconds, and nothing that a screen reader is interrupted by.
  const { data, drawn } = states.get(root);
  const left = data.time.seconds - (performance.now() - drawn) / 1000;
  const minutes = Math.round(left / 60);
  let text = data.time.over;
  if (left > 0) text = minutes > 1 ? data.time.many.replace("{n}", minutes) : data.time.one;
  part(root, "time").textContent = text;
}

function drawButtons(root, data) {
  const stamp = JSON.stringify(data.actions);
  const row = part(root, "actions");
  if (row.dataset.stamp === stamp) return;
  row.dataset.stamp = stamp;
  const focused = row.contains(document.activeElement) && document.activeElement.dataset.action;
  row.replaceChildren(...data.actions.map((action) => {
    const button = make("button", action.primary ? "ir-primary" : "", action.label);
    button.type = "button";
    button.dataset.action = action.name;
    if (action.keys) {
      button.setAttribute("aria-keyshortcuts", action.keys);
      button.title = action.hint;
    }
    button.addEventListener("click", () => send(root, action.name));
    return button;
  }));
  // What was pressed is drawn anew, with another beside it: to the words that it is about.
  if (focused) part(root, "box").focus({ preventScroll: true });
}

function focusOnceDrawn(box) {
  // The button that led here goes only at the end of the run, and takes the focus with it: go on
  // until the box has it and keeps it, unless somebody acts meanwhile.
  if (!window.matchMedia("(pointer: fine)").matches) return;
  const until = performance.now() + FOCUS_MS;
  let acted = false;
  const act = (event) => { if (event.isTrusted) acted = true; };
  const events = ["keydown", "pointerdown"];
  for (const name of events) window.addEventListener(name, act, true);
  const look = () => {
    if (acted || !box.isConnected || performance.now() > until) {
      for (const name of events) window.removeEventListener(name, act, true);
      return;
    }
    if (document.activeElement !== box) box.focus({ preventScroll: true });
    setTimeout(look, 100);
  };
  look();
}

function begin(root) {
  const box = part(root, "box");
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send(root, "feedback");
  });
  root.addEventListener("focusout", (event) => {
    // Leaving the box for elsewhere, perhaps for another screen: let the server hold the words too.
    const state = states.get(root);
    const draft = { box: state.data.box, text: box.value };
    if (event.target !== box || root.contains(event.relatedTarget) || state.pending) return;
    if (state.kept === box.value) return;
    state.kept = box.value;
    try {
      state.keep("draft", draft);
    } catch {
      state.kept = undefined;
    }
  });
  const every = (milliseconds, act) => {
    const timer = setInterval(() => {
      if (root.isConnected) act(root);
      else clearInterval(timer);
    }, milliseconds);
  };
  every(MINUTE_MS, tell);
  every(LOOK_MS, wait);
  const watch = new MutationObserver(() => {
    if (root.isConnected) putAside(root);
    else watch.disconnect();
  });
  watch.observe(document.body, { childList: true });
}

export default function (component) {
  const { data, parentElement, setStateValue, setTriggerValue } = component;
  const root = parentElement.querySelector(".ir-practice");
  if (!root || !data) return;
  const before = states.get(root);
  const state = before || {};
  Object.assign(state, { data, set: setTriggerValue, keep: setStateValue });
  states.set(root, state);
  if (!before) begin(root);
  if (state.stamp !== data.stamp) {
    state.stamp = data.stamp;
    state.drawn = performance.now();
  }
  if (state.pending && (data.handled >= state.pending.number || data.box !== state.pending.box)) {
    state.pending = undefined;
  }
  wait(root);
  part(root, "label").textContent = data.label;
  part(root, "asked").textContent = data.asked;
  part(root, "context").textContent = data.context;
  const notice = part(root, "notice");
  if (notice.textContent !== data.notice) {
    notice.textContent = data.notice;
    if (data.notice) notice.scrollIntoView({ block: "nearest" });
  }
  const box = part(root, "box");
  if (state.box !== data.box) {
    state.box = data.box;
    state.kept = data.text;
    box.value = data.text;
    focusOnceDrawn(box);
  }
  drawButtons(root, data);
  tell(root);
}
