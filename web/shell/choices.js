// How Lisa looks on this device: language, text size, theme and so on, as chosen last. The pages before the program need it
// before anybody has signed in. All other choices of a person lie with the server (personal.js), and none here.

const kPrefix = 'lisa.choice.';
/** Whose choices these are. */
const kOwner = 'lisa.choices_of';
const LOOK = ['language', 'theme', 'text_scale', 'motion', 'density', 'spacing'];
/** What the style sheets know of, as data-… of the page. */
const SHOWN = ['density', 'spacing'];

const isDark = matchMedia('(prefers-color-scheme: dark)');
const wantsContrast = matchMedia('(prefers-contrast: more)');
const forcesColours = matchMedia('(forced-colors: active)');
const wantsCalm = matchMedia('(prefers-reduced-motion: reduce)');
const listeners = new Set();

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

/** The theme there is: until the person chose, Lisa looks the way the device does. Forced colours go over the light one. */
export function theme() {
  const system = wantsContrast.matches ? 'contrast' : isDark.matches ? 'dark' : 'light';
  return forcesColours.matches ? 'light' : readChoice('theme') || system;
}

/** The same for the canvas: where the system forces its own colours those of paper, ink, links and what is marked. */
export const colours = () => (forcesColours.matches ? ['Canvas', 'CanvasText', 'LinkText', 'Highlight'].map(hexOf).join(' ') : theme());

/** Whether nothing should move by itself. */
export const isCalm = () => readChoice('motion') === 'reduced' || wantsCalm.matches;

/** Runs whenever something of this altered. @param {() => void} changed */
export const onLook = (changed) => listeners.add(changed);

/** Lets the pages and the fields of the mirror look as chosen. */
export function showChoices() {
  const root = document.documentElement;
  root.dataset.theme = theme();
  root.dataset.motion = isCalm() ? 'reduced' : '';
  for (const key of SHOWN) root.dataset[key] = readChoice(key);
  root.style.setProperty('--scale', String((Number(readChoice('text_scale')) || 100) / 100));
  for (const changed of listeners) changed();
}

for (const query of [isDark, wantsContrast, forcesColours, wantsCalm]) query.addEventListener('change', showChoices);

/** "#RRGGBB" of a colour that only the system knows. */
function hexOf(name) {
  const probe = document.createElement('i');
  probe.style.color = name;
  document.body.append(probe);
  const parts = getComputedStyle(probe).color.match(/\d+/g) ?? [];
  probe.remove();
  return `#${[0, 1, 2].map((index) => Number(parts[index] ?? 0).toString(16).padStart(2, '0')).join('')}`;
}
