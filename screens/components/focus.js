// Puts the cursor into a box of a dialog that has just opened.

function whenThere(root, name, tries) {
  const box = document.querySelector(`.st-key-${CSS.escape(name)} input`);
  if (box) box.focus();
  // The dialog takes the focus itself once it has come in, so look again until the box has it.
  if (tries > 0) setTimeout(() => {
    if (!box || document.activeElement !== box) whenThere(root, name, tries - 1);
  }, 60);
}

export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".ir-focus");
  if (!root || !data || root.dataset.done) return;
  root.dataset.done = "yes"; // once: whoever has moved on since stays there
  whenThere(root, data.box, 10);
}
