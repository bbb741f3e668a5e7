// The keyboard. The program gets its few shortcuts and the keys that a node lists; all others stay with the browser.

import { Act, KEYS, has, State, isFocusableByKeys, isInteractive, isTyped } from './node.js';

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

/** The node that wants a key: the one with the focus, or for Escape and, outside text, other keys one around it. */
function wanting(mirror, entry, bit) {
  if ((entry.node.keys ?? 0) & bit) return entry;
  const ownKeys = KEYS.Enter | KEYS[' '];
  const climbs = bit === KEYS.Escape || !(isTyped(entry.node) || entry.node.role === 'select' || (bit & ownKeys && isInteractive(entry.node)));
  if (!climbs) return undefined;
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
    if (program.shortcuts.has(pressed)) {
      event.preventDefault();
      program.shortcut(pressed);
      return;
    }
    const entry = mirror.entryOf(event.target);
    if (!entry || event.altKey || event.metaKey) return;
    pressOn(mirror, program, entry, event);
  });
}

function pressOn(mirror, program, entry, event) {
  const { node } = entry;
  const bit = KEYS[event.key] ?? 0;
  if (event.key === 'Enter' && isTyped(node) && node.role !== 'textarea') {
    event.preventDefault();
    program.act(Act.commit, node.id);
  }
  const taker = bit && wanting(mirror, entry, bit);
  if (taker) {
    event.preventDefault();
    program.act(Act.key, taker.node.id, { key: bit, shift: event.shiftKey, control: event.ctrlKey });
  } else if ((event.key === 'Enter' || event.key === ' ') && node.role !== 'dialog' && isFocusableByKeys(node) && !event.repeat) {
    // HTML gives a row no click by Enter.
    event.preventDefault();
    program.act(Act.activate, node.id, { shift: event.shiftKey, control: event.ctrlKey });
  }
}
