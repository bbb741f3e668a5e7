// What people type. The elements of the mirror edit; the program hears each new whole value and may answer with another.

import { Act, State, has, isTyped } from './node.js';

/** Shows a node's value in its element, unless that would disturb who is typing there. */
export function showValue(entry, before) {
  const { element, node } = entry;
  if (node.role === 'checkbox') element.checked = has(node, State.checked);
  if (node.role === 'select') showOptions(entry);
  if (node.role === 'slider' && element.value !== node.value) element.value = node.value;
  if (!isTyped(node)) return;
  const value = node.value ?? '';
  if (document.activeElement !== element) {
    entry.sent = [];
    write(element, value);
    return;
  }
  if (before !== node && (before.value ?? '') === value) return;
  // The program's answer to something typed may come while more was typed: that is an echo, not a correction.
  const echo = entry.sent.indexOf(value);
  if (echo >= 0) entry.sent.splice(0, echo + 1);
  else if (!entry.isComposing) write(element, value);
}

function write(element, value) {
  if (element.value === value) return;
  const caret = document.activeElement === element && element.type !== 'date' ? element.selectionStart : null;
  element.value = value;
  if (caret !== null) element.setSelectionRange(caret, caret);
}

function showOptions(entry) {
  const { element, node } = entry;
  const options = node.options ?? [];
  const written = options.join('\u0000');
  if (entry.options !== written) {
    entry.options = written;
    element.replaceChildren();
    for (let at = 0; at + 1 < options.length; at += 2) element.add(new Option(options[at + 1], options[at]));
  }
  if (element.value !== (node.value ?? '')) element.value = node.value ?? '';
}

/**
 * Listens to all controls of the mirror.
 * @param {HTMLElement} root
 * @param {import('./mirror.js').Mirror} mirror
 * @param {{act: Function, settleLater: Function}} program
 */
export function listenToTyping(root, mirror, program) {
  root.addEventListener('input', ({ target }) => {
    const entry = mirror.entryOf(target);
    if (!entry || entry.node.role === 'checkbox' || entry.node.role === 'file') return;
    if (isTyped(entry.node)) {
      entry.sent = [...entry.sent.slice(-50), target.value];
      program.act(Act.input, entry.node.id, { text: target.value });
      return;
    }
    program.act(Act.input, entry.node.id, { text: target.value });
    program.act(Act.commit, entry.node.id);
    program.settleLater(entry);
  });
  root.addEventListener('change', ({ target }) => {
    const entry = mirror.entryOf(target);
    if (entry?.node.role !== 'file' || target.files.length === 0) return;
    program.act(Act.input, entry.node.id, { text: [...target.files].map((file) => file.name).join(', ') });
  });
  for (const [kind, isComposing] of [['compositionstart', true], ['compositionend', false]]) {
    root.addEventListener(kind, ({ target }) => {
      const entry = mirror.entryOf(target);
      if (entry) entry.isComposing = isComposing;
    });
  }
}
