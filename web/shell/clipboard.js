// Copying and pasting outside text: the browser's own events, so that no permission is asked for. In text both are its own.

import { Act, KEYS, isTyped } from './node.js';
import { wanting } from './keys.js';

/** More than the program takes (shared/import/paste.h), so that it can say so; a clipboard may hold anything. */
const kMostPasted = 4_100_000;

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
  document.addEventListener('paste', (event) => {
    const entry = mirror.entryOf(document.activeElement);
    const taker = entry && !isTyped(entry.node) && wanting(mirror, entry, KEYS.paste);
    if (!taker) return;
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    program.act(Act.key, taker.node.id, { key: KEYS.paste, text: text.slice(0, kMostPasted) });
  });
}
