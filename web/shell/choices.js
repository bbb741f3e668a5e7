// The person's choices on this device: language, text size, theme, column widths. Never register data.

const kPrefix = 'lisa.choice.';

export const readChoice = (key) => localStorage.getItem(kPrefix + key) ?? '';

export function writeChoice(key, value) {
  localStorage.setItem(kPrefix + key, value);
  showChoices();
}

/** All choices as key, value, key, value … */
export function allChoices() {
  const choices = [];
  for (let at = 0; at < localStorage.length; at += 1) {
    const key = localStorage.key(at);
    if (key.startsWith(kPrefix)) choices.push(key.slice(kPrefix.length), localStorage.getItem(key));
  }
  // Until the person chose, Lisa looks the way the device does.
  if (!readChoice('theme')) choices.push('theme', theme());
  return choices;
}

const theme = () => readChoice('theme') || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

/** Lets the pages and the fields of the mirror look as chosen. */
export function showChoices() {
  const root = document.documentElement;
  root.dataset.theme = theme();
  root.style.setProperty('--scale', String((Number(readChoice('text_scale')) || 100) / 100));
}
