// How Lisa looks on this device: language, text size, theme, as chosen last. The pages before the program need it before
// anybody has signed in. All other choices of a person lie with the server (personal.js), and none here.

const kPrefix = 'lisa.choice.';
/** Whose choices these are. */
const kOwner = 'lisa.choices_of';
const LOOK = ['language', 'theme', 'text_scale'];

export const isLook = (key) => LOOK.includes(key);

export const readChoice = (key) => localStorage.getItem(kPrefix + key) ?? '';

export function writeChoice(key, value) {
  if (value) localStorage.setItem(kPrefix + key, value);
  else localStorage.removeItem(kPrefix + key);
  showChoices();
}

/**
 * Lets the device look as its person wants. What somebody else chose here before is forgotten.
 * @param {string} person
 * @param {Map<string, string>} choices the person's own
 */
export function adoptLook(person, choices) {
  const isOther = (localStorage.getItem(kOwner) ?? person) !== person;
  localStorage.setItem(kOwner, person);
  for (const key of LOOK) {
    if (choices.has(key)) localStorage.setItem(kPrefix + key, choices.get(key));
    else if (isOther) localStorage.removeItem(kPrefix + key);
  }
  showChoices();
}

/** The theme there is: until the person chose, Lisa looks the way the device does. */
export const theme = () => readChoice('theme') || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

/** Lets the pages and the fields of the mirror look as chosen. */
export function showChoices() {
  const root = document.documentElement;
  root.dataset.theme = theme();
  root.style.setProperty('--scale', String((Number(readChoice('text_scale')) || 100) / 100));
}
