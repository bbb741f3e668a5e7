// Copying and pasting outside text: the browser's own events, so that no permission is asked for.

import { Act, KEYS, isTyped } from './node.js';
import { wanting } from './keys.js';

/** The event in which the program may fill the clipboard. */
let copying;

/** Puts text on the clipboard. */
export function copy(text) {
  if (copying) copying.clipboardData.setData('text/plain', text);
  else navigator.clipboard?.writeText(text).catch(() => {});
}

/**
 * @param {import('./mirror.js').Mirror} mirror
 * @param {import('./program.js').Program} program
 */
export function listenToClipboard(mirror, program) {
  const takerOf = (event) => {
    const entry = mirror.entryOf(document.activeElement);
    const isOurs = entry && !isTyped(entry.node) && getSelection().isCollapsed;
    return isOurs && wanting(mirror, entry, KEYS[event.type]);
  };
  document.addEventListener('copy', (event) => {
    const taker = takerOf(event);
    if (!taker) return;
    event.preventDefault();
    copying = event;
    program.act(Act.key, taker.node.id, { key: KEYS.copy });
    program.drawNow();
    copying = undefined;
  });
  document.addEventListener('paste', (event) => {
    const taker = takerOf(event);
    if (!taker) return;
    event.preventDefault();
    program.act(Act.key, taker.node.id, { key: KEYS.paste, text: event.clipboardData.getData('text/plain') });
  });
}
