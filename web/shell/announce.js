// Has screen readers say something, by elements that come into a live region. Not by ariaNotify: browsers tell it to screen readers
// that do not know it and then say nothing (Firefox 153 to Orca 43), and a page cannot find out.

import { stats } from './stats.js';

/** So long nothing was drawn before something is said. What is said at once drowns among what the new screen brings, and is cut short by the focus. */
const kCalmMs = 400;
const kLongestMs = 10000;
/** Long enough that a busy screen reader comes to it, short enough not to be found later. */
const kShownMs = 5000;

/** @type {{text: string, urgent: boolean}[]} what waits until it is calm */
const waiting = [];

/** @param {string} text @param {boolean} urgent */
export function announce(text, urgent) {
  stats.announced = text;
  waiting.push({ text, urgent });
  if (waiting.length === 1) sayWhenCalm(performance.now() + kLongestMs);
}

function sayWhenCalm(latest) {
  const { frames } = stats;
  setTimeout(() => {
    if ((stats.frames !== frames || !stats.isAtRest) && performance.now() < latest) return sayWhenCalm(latest);
    for (const { text, urgent } of waiting.splice(0)) say(text, urgent);
  }, kCalmMs);
}

function say(text, urgent) {
  const region = document.getElementById(urgent ? 'say-now' : 'say');
  // As an element of its own, so that the same words twice are said twice.
  const line = document.createElement('div');
  line.textContent = text;
  region.append(line);
  setTimeout(() => line.remove(), kShownMs);
}
