// How Lisa is shown: drawn on the canvas, or as text. The address or the page's first link asks for one, and it is remembered on
// the device. Until then it is text where the system forces its own colours, or where the browser cannot draw.

import { readChoice, writeChoice } from './choices.js';
import { word } from './language.js';

const kParameter = 'vy';
const kChoice = 'view';
const kText = 'text';
const kDrawn = 'grafik';

/** What the address asks for; kept in it while one walks through the program. */
let asked = new URLSearchParams(location.search).get(kParameter) ?? '';

const forcesColours = matchMedia('(forced-colors: active)');

export const isText = () => document.documentElement.dataset.view === kText;

/** Whether text is wanted, as far as can be told before anything is drawn. */
export function wantsText() {
  const wanted = [asked, readChoice(kChoice)].find((choice) => choice === kText || choice === kDrawn);
  return wanted ? wanted === kText : forcesColours.matches;
}

/** An address of the program with what is asked for in it. */
export function withView(path) {
  const url = new URL(path, location.origin);
  if (asked === kText) url.searchParams.set(kParameter, kText);
  else url.searchParams.delete(kParameter);
  return url.pathname + url.search;
}

/** Lets style sheet and link follow. `failed` says that it should have been drawn. */
export function showView(text, failed = false) {
  document.documentElement.dataset.view = text ? kText : kDrawn;
  const link = document.getElementById('view');
  link.dataset.word = text ? 'shell.view.drawn' : 'shell.view.as_text';
  link.textContent = word(link.dataset.word);
  link.href = `?${kParameter}=${text ? kDrawn : kText}`;
  document.getElementById('view-note').hidden = !failed;
}

/** @param {(text: boolean) => void} show runs when another view is wanted */
export function listenToView(show) {
  const link = document.getElementById('view');
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    asked = isText() ? '' : kText;
    writeChoice(kChoice, isText() ? kDrawn : kText);
    history.replaceState(history.state, '', withView(location.pathname + location.search) + location.hash);
    show(!isText());
  });
  forcesColours.addEventListener('change', () => wantsText() !== isText() && show(wantsText()));
  // Paper takes text, and all rows of a page.
  let wasDrawn = false;
  window.addEventListener('beforeprint', () => {
    wasDrawn = !isText();
    if (wasDrawn) show(true);
  });
  window.addEventListener('afterprint', () => wasDrawn && show(false));
}
