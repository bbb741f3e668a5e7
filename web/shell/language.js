// The shell's own words: those of the pages before and beside the program.

import { WORDS } from './words.js';
import { readChoice, writeChoice } from './choices.js';

let tag = 'sv';

export const language = () => tag;

/** A sentence by its key; {name} in it is replaced. */
export function word(key, values = {}) {
  const text = WORDS[tag][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_all, name) => String(values[name] ?? ''));
}

/** The language chosen on this device; Swedish at first. */
export const chosenLanguage = () => (readChoice('language') in WORDS ? readChoice('language') : 'sv');

/** Writes all words of the page in a language. */
export function showLanguage(wanted) {
  tag = wanted in WORDS ? wanted : 'sv';
  document.documentElement.lang = tag;
  document.documentElement.style.setProperty('--required', JSON.stringify(word('shell.view.required')));
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', word(element.dataset.label));
}

let chosen = '';

/** The language that somebody chose on this page since it was loaded, or ''. */
export const chosenHere = () => chosen;

/** The other language's button, and what to do besides when it is pressed. */
export function listenToLanguage(changed) {
  for (const button of document.querySelectorAll('.other-language')) {
    button.addEventListener('click', () => {
      chosen = tag === 'sv' ? 'en' : 'sv';
      writeChoice('language', chosen);
      showLanguage(chosen);
      changed();
    });
  }
}
