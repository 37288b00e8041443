// A button that puts an answer with its sources on the clipboard, and says that it did.

function copyText(text) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  // Served over plain http to another machine there is no clipboard API.
  const box = document.createElement("textarea");
  box.value = text;
  box.style.position = "fixed";
  box.style.opacity = "0";
  document.body.append(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  return done ? Promise.resolve() : Promise.reject(new Error("copy was refused"));
}

export default function (component) {
  const { data, parentElement } = component;
  const button = parentElement.querySelector("button");
  const said = parentElement.querySelector("span");
  if (!button || !data) return;
  button.textContent = data.label;
  button.onclick = () => {
    const say = (words) => { said.textContent = words; };
    copyText(data.text).then(() => say(data.done), () => say(data.refused));
    setTimeout(() => say(""), 4000);
  };
}
