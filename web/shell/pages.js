// The plain pages: one at a time, or none while the program runs.

import { word } from './language.js';

const kSkeletonAfterMs = 150;

let waiting;

/** Shows the page with this id ('' for none), names the window after it and puts the focus on `focused` or its heading. */
export function showPage(id, focused) {
  clearTimeout(waiting);
  for (const page of document.querySelectorAll('.page')) page.hidden = page.id !== id;
  document.body.classList.toggle('has-page', id !== '');
  const page = document.getElementById(id);
  if (!page) return;
  nameWindow();
  (focused ?? page.querySelector('h1'))?.focus({ preventScroll: true });
}

/** Makes way for the program. Only the page of troubles may be wanted again: leaving loads everything anew. */
export function removePages() {
  showPage('');
  for (const page of document.querySelectorAll('.page:not(#trouble)')) page.remove();
}

/** Names the window after the page that shows, in the present language. */
export function nameWindow() {
  const heading = document.querySelector('.page:not([hidden]) h1')?.textContent;
  document.title = heading ? `${heading} – ${word('shell.name')}` : word('shell.name');
}

/** Shows the skeleton, but only if it takes a while. */
export function showLoading() {
  clearTimeout(waiting);
  waiting = setTimeout(() => showPage('loading'), kSkeletonAfterMs);
}
