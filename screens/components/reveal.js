// Scrolls a source's picture so that its first mark is to be seen.

function scroller(element) {
  for (let each = element; each; each = each.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
  }
  return document.scrollingElement;
}

function show(picture, share) {
  const around = scroller(picture);
  const above = around.getBoundingClientRect().top;
  const mark = picture.getBoundingClientRect().top - above + picture.clientHeight * share;
  if (mark > around.clientHeight * 0.8) around.scrollTop += mark - around.clientHeight * 0.4;
}

function whenThere(dialog, data, tries) {
  const picture = dialog.querySelector('[data-testid="stImage"] img');
  if (!picture || !picture.complete || !picture.clientHeight) {
    if (tries > 0) setTimeout(() => whenThere(dialog, data, tries - 1), 100);
  } else if (picture.dataset.shown !== data.name) {
    picture.dataset.shown = data.name; // once: whoever has scrolled since stays there
    show(picture, data.share);
  }
}

export default function (component) {
  const { data, parentElement } = component;
  const around = parentElement.closest('[role="dialog"], [data-testid="stMain"]');
  if (around && data) whenThere(around, data, 50);
}
