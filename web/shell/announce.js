// Has screen readers say something.

import { stats } from './stats.js';

/** Long enough that a busy screen reader comes to it, short enough not to be found later. */
const kShownMs = 5000;

/** @param {string} text @param {boolean} urgent */
export function announce(text, urgent) {
  stats.announced = text;
  if (document.ariaNotify) {
    document.ariaNotify(text, { priority: urgent ? 'high' : 'normal' });
    return;
  }
  const region = document.getElementById(urgent ? 'say-now' : 'say');
  // As an element of its own, so that the same words twice are said twice.
  const line = document.createElement('div');
  line.textContent = text;
  region.append(line);
  setTimeout(() => line.remove(), kShownMs);
}
