// The keyboard. The program gets its few shortcuts and the keys that a node lists; all others stay with the browser.

import { goToPart } from './parts.js';
import { Act, KEYS, has, State, isFocusableByKeys, isInteractive, isTyped } from './node.js';

/** In text it takes back what was typed. */
const kUndo = 'ctrl+z';
const isMac = /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** "ctrl+shift+k", with Command for Control where that is the custom. */
export function combination(event) {
  const parts = [];
  if (isMac ? event.metaKey : event.ctrlKey) parts.push('ctrl');
  if (event.altKey) parts.push('alt');
  if (event.shiftKey) parts.push('shift');
  parts.push(event.key.toLowerCase());
  return parts.join('+');
}

/** Whether a key may go to a node around the one with the focus, which has no use for it. */
function climbs(node, bit, control) {
  if (bit & (KEYS.Escape | KEYS.Tab | KEYS.F2)) return true;
  const isFilledIn = isTyped(node) || node.role === 'select' || node.role === 'checkbox' || node.role === 'slider';
  if (bit === KEYS.Enter && isFilledIn) return node.role !== 'textarea' || control;
  return !(isTyped(node) || node.role === 'select' || node.role === 'slider' || (bit & (KEYS.Enter | KEYS[' ']) && isInteractive(node)));
}

/** The node that wants a key: the one with the focus, or one around it. */
export function wanting(mirror, entry, bit, control = false) {
  if ((entry.node.keys ?? 0) & bit) return entry;
  if (!climbs(entry.node, bit, control)) return undefined;
  for (let at = mirror.parentOf(entry); at; at = mirror.parentOf(at)) {
    if ((at.node.keys ?? 0) & bit) return at;
    if (has(at.node, State.modal)) return undefined;
  }
  return undefined;
}

/**
 * @param {import('./mirror.js').Mirror} mirror
 * @param {{act: Function, shortcut: Function, shortcuts: Set<string>}} program
 */
export function listenToKeys(mirror, program) {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    const pressed = combination(event);
    const entry = mirror.entryOf(event.target);
    if (program.shortcuts.has(pressed) && !(pressed === kUndo && entry && isTyped(entry.node))) {
      event.preventDefault();
      program.shortcut(pressed);
      return;
    }
    if (event.key === 'F6' && !event.ctrlKey && !event.altKey && !event.metaKey && goToPart(mirror, event.shiftKey ? -1 : 1)) event.preventDefault();
    if (!entry || event.altKey || event.metaKey) return;
    pressOn(mirror, program, entry, event);
  });
}

function pressOn(mirror, program, entry, event) {
  const { node } = entry;
  const bit = KEYS[event.key] ?? 0;
  // Held down, Enter would press a button again and again, and then what comes in its place.
  if (event.key === 'Enter' && event.repeat && node.role === 'button') return event.preventDefault();
  if (event.key === 'Enter' && isTyped(node) && node.role !== 'textarea') {
    event.preventDefault();
    program.act(Act.commit, node.id);
  }
  const taker = bit && wanting(mirror, entry, bit, event.ctrlKey);
  if (taker) {
    event.preventDefault();
    program.act(Act.key, taker.node.id, { key: bit, shift: event.shiftKey, control: event.ctrlKey });
  } else if ((event.key === 'Enter' || event.key === ' ') && node.role !== 'dialog' && isFocusableByKeys(node) && !event.repeat) {
    // HTML gives a row no click by Enter.
    event.preventDefault();
    program.act(Act.activate, node.id, { shift: event.shiftKey, control: event.ctrlKey });
  }
}
