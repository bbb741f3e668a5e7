// Copying outside text: the browser's own event, so that no permission is asked for.

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
  document.addEventListener('copy', (event) => {
    const entry = mirror.entryOf(document.activeElement);
    const isOurs = entry && !isTyped(entry.node) && getSelection().isCollapsed;
    const taker = isOurs && wanting(mirror, entry, KEYS.copy);
    if (!taker) return;
    event.preventDefault();
    copying = event;
    program.act(Act.key, taker.node.id, { key: KEYS.copy });
    program.drawNow();
    copying = undefined;
  });
}
