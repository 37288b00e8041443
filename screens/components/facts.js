// Facts with how each was found, as a list of terms. textContent only.

function make(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".ir-facts");
  if (!root || !data) return;
  root.replaceChildren();
  for (const fact of data.facts) {
    const pair = make("div", "");
    const value = make("dd", "");
    value.append(make("span", "ir-value", fact.value));
    if (fact.how) value.append(" ", make("span", "ir-how", fact.how));
    pair.append(make("dt", "", fact.label), value);
    root.append(pair);
  }
}
