// A modal dialog makes everything that comes before it inert.

import { State, has } from './node.js';

/**
 * @param {Map<number, object>} entries in reading order
 * @param {(entry: object) => object|undefined} parentOf
 * @returns the innermost open dialog, if any. What comes after it in reading order lies above it and stays usable.
 */
export function setInert(entries, parentOf) {
  let modal;
  for (const entry of entries.values()) {
    if (has(entry.node, State.modal)) modal = entry;
  }
  const around = new Set();
  for (let at = modal; at; at = parentOf(at)) around.add(at);
  let isBefore = Boolean(modal);
  for (const entry of entries.values()) {
    if (entry === modal) isBefore = false;
    const inert = isBefore && !around.has(entry);
    if (Boolean(entry.isInert) === inert) continue;
    entry.isInert = entry.element.inert = inert;
    if (entry.label) entry.label.inert = inert;
  }
  document.getElementById('ways').inert = Boolean(modal);
  return modal;
}
