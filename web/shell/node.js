// The numbers of semantics/tree.h and semantics/events.h.

export const State = {
  disabled: 1 << 0, required: 1 << 1, invalid: 1 << 2, checked: 1 << 3, selected: 1 << 4, expandable: 1 << 5,
  expanded: 1 << 6, current: 1 << 7, untabbed: 1 << 8, modal: 1 << 9, readOnly: 1 << 10, unseen: 1 << 11,
  sortedUp: 1 << 12, sortedDown: 1 << 13, polite: 1 << 14, leading: 1 << 15, grave: 1 << 16,
};

/** KeyboardEvent.key, or "copy" and "paste", to its bit. */
export const KEYS = {
  ArrowUp: 1 << 0, ArrowDown: 1 << 1, ArrowLeft: 1 << 2, ArrowRight: 1 << 3, Home: 1 << 4, End: 1 << 5,
  PageUp: 1 << 6, PageDown: 1 << 7, Enter: 1 << 8, Escape: 1 << 9, ' ': 1 << 10, F2: 1 << 11, Tab: 1 << 12,
  copy: 1 << 13, paste: 1 << 14,
};

export const Act = { activate: 0, input: 1, commit: 2, key: 3, focus: 4, blur: 5 };

const INTERACTIVE = new Set([
  'tab', 'option', 'link', 'button', 'textbox', 'textarea', 'searchbox', 'date', 'number', 'select', 'combobox', 'checkbox', 'slider', 'file',
]);
const TYPED = new Set(['textbox', 'textarea', 'searchbox', 'date', 'number', 'combobox']);
const LABELLED = new Set([...TYPED, 'select', 'checkbox', 'slider', 'file']);

/** Whether a person acts on it. */
export const isInteractive = (node) => INTERACTIVE.has(node.role);
/** Whether the element edits text, so that it shows itself while it has the focus. */
export const isTyped = (node) => TYPED.has(node.role);
/** Whether HTML names it by a label of its own. */
export const isLabelled = (node) => LABELLED.has(node.role);
export const has = (node, state) => ((node.states ?? 0) & state) !== 0;
/** They hear the keys of what is in them and never have the focus themselves. */
const HEARS = new Set(['grid', 'group', 'navigation']);
/** Whether it can have the focus although HTML would not give it: a cell, a part of the screen with keys. */
export const isFocusableByKeys = (node) =>
  !isInteractive(node) && !HEARS.has(node.role) && (node.role === 'dialog' || Boolean(node.keys) || node.role === 'gridcell' || has(node, State.untabbed));
/** Whether it stops the pointer from reaching what lies under it. */
export const takesPointer = (node) =>
  !has(node, State.unseen) &&
  (isInteractive(node) || isFocusableByKeys(node) || node.role === 'dialog' || node.role === 'listbox');
