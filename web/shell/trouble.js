// When something is in the way: what happened, what is safe, what to do.

import { word } from './language.js';
import { showPage } from './pages.js';

/** What is said of each trouble lies in shell.trouble.<kind>.title, .safe and .do. */
let shown = '';

/** @param {'crash'|'load'|'wasm'|'offline'} kind @param {unknown=} error */
export function fail(kind, error) {
  if (error) console.error(error);
  // The first trouble is the cause; what follows it only hides it.
  if (shown) return;
  shown = kind;
  document.getElementById('stage').hidden = true;
  writeTrouble();
  showPage('trouble');
}

/** Writes the page in the present language. */
export function writeTrouble() {
  if (!shown) return;
  for (const part of ['title', 'safe', 'do']) {
    document.getElementById(`trouble-${part}`).textContent = word(`shell.trouble.${shown}.${part}`);
  }
}

const isCrash = (error) => Boolean(window.WebAssembly) && error instanceof WebAssembly.RuntimeError;

/** Faults that nobody caught. */
export function listenToFaults() {
  window.addEventListener('error', ({ error }) => isCrash(error) && fail('crash', error));
  window.addEventListener('unhandledrejection', ({ reason }) => isCrash(reason) && fail('crash', reason));
  document.getElementById('again').addEventListener('click', () => location.reload());
}
