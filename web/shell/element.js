// One node of the tree as an HTML element: which tag, which attributes.

import { State, has, isInteractive, isFocusableByKeys, isTyped, takesPointer } from './node.js';

const TAGS = {
  banner: 'header', navigation: 'nav', main: 'main', complementary: 'aside', region: 'section',
  list: 'ul', listitem: 'li', table: 'table', grid: 'table', rowgroup: 'tbody', row: 'tr', columnheader: 'th', rowheader: 'th', cell: 'td', gridcell: 'td',
  paragraph: 'p', link: 'a', button: 'button', tab: 'button', textarea: 'textarea', select: 'select',
  textbox: 'input', searchbox: 'input', date: 'input', number: 'input', combobox: 'input', checkbox: 'input', slider: 'input', file: 'input',
};
/** Their HTML elements say the role already, wherever they stand. */
const SPEAKS_FOR_ITSELF = new Set([
  'heading', 'paragraph', 'link', 'button', 'textbox', 'textarea', 'searchbox', 'date', 'number', 'select', 'checkbox', 'slider', 'file',
]);
/** Named by aria-label; all others by the text in them. */
const NAMED_BY_LABEL = new Set([
  'banner', 'navigation', 'main', 'complementary', 'search', 'form', 'region', 'dialog', 'group', 'list', 'table', 'grid',
  'rowgroup', 'row', 'tablist', 'tabpanel', 'listbox', 'toolbar', 'tree', 'treeitem', 'image',
]);
const TYPES = { searchbox: 'search', date: 'date', checkbox: 'checkbox', slider: 'range', file: 'file' };
const INPUT_MODES = new Set(['numeric', 'decimal', 'tel', 'email', 'url']);

/** What opens and closes something inside another control is a mere sign. */
const isSign = (node) => node.role === 'button' && has(node, State.expandable) && has(node, State.untabbed);
export const isNamedByLabel = (node) => NAMED_BY_LABEL.has(node.role) || isSign(node);
/** Named by a label, since there is more in them, and still with their name in words to be read. */
const SAYS_ITS_LABEL = new Set(['group', 'treeitem', 'image']);
const hasText = (node) => (SAYS_ITS_LABEL.has(node.role) || !isNamedByLabel(node)) && !(TAGS[node.role] === 'input' || node.role === 'textarea' || node.role === 'select');
/** The text in the element: its name, where the role is named that way. */
export const textOf = (node) => (hasText(node) ? node.name ?? '' : '');

const tagOf = (node) =>
  node.role === 'heading' ? `h${Math.min(Math.max(node.level ?? 2, 1), 6)}` : TAGS[node.role] ?? 'div';

/** Two nodes of the same kind can share an element. */
export const kindOf = (node) => `${tagOf(node)} ${node.role}`;

/** @returns {HTMLElement} */
export function createElement(node) {
  const element = document.createElement(tagOf(node));
  element.id = `n${node.id}`;
  if (element.tagName === 'BUTTON') element.type = 'button';
  if (element.tagName === 'INPUT') element.type = TYPES[node.role] ?? 'text';
  if (!SPEAKS_FOR_ITSELF.has(node.role)) element.setAttribute('role', node.role === 'image' ? 'img' : node.role);
  if (element.tagName === 'A') element.draggable = false;
  return element;
}

/** The attributes that say the node's state. It is asked of all that came or changed within a frame, so it makes no more than it tells. */
export function attributesOf(node) {
  const told = {};
  const tell = (name, value) => {
    if (value !== undefined) told[name] = value;
  };
  const flag = (state) => (has(node, state) ? 'true' : undefined);
  const choice = (state) => (has(node, state) ? 'true' : 'false');
  tell('class', classOf(node));
  tell('tabindex', tabIndexOf(node));
  if (node.href) {
    told.href = node.href;
    if (/^https?:/.test(node.href)) Object.assign(told, { target: '_blank', rel: 'noopener noreferrer' });
  }
  if (node.name && isNamedByLabel(node)) told['aria-label'] = node.name;
  if (node.description) told['aria-describedby'] = `d${node.id}`;
  if (node.role !== 'file') tell('aria-required', flag(State.required));
  tell('aria-invalid', flag(State.invalid));
  if (has(node, State.expandable)) told['aria-expanded'] = choice(State.expanded);
  if (has(node, State.current)) told['aria-current'] = 'page';
  tell('aria-modal', flag(State.modal));
  if (node.role === 'button') tell('aria-pressed', flag(State.checked));
  if (isChosen(node)) told['aria-selected'] = choice(State.selected);
  if (node.role === 'gridcell') told['aria-readonly'] = choice(State.readOnly);
  if (has(node, State.sortedUp)) told['aria-sort'] = 'ascending';
  else if (has(node, State.sortedDown)) told['aria-sort'] = 'descending';
  if (has(node, State.polite)) told['aria-live'] = 'polite';
  else if (node.role === 'status') told['aria-live'] = 'off';
  if (node.controls && (node.role !== 'combobox' || has(node, State.expanded))) told['aria-controls'] = `n${node.controls}`;
  if (node.active) told['aria-activedescendant'] = `n${node.active}`;
  tellPlace(node, tell);
  tellAvailability(node, tell);
  tellTyping(node, tell);
  return told;
}

function classOf(node) {
  const typed = isTyped(node);
  if (!typed && !takesPointer(node) && !node.states) return undefined;
  const words = [takesPointer(node) && 'acts', typed && 'typed', has(node, State.unseen) && 'unseen', has(node, State.leading) && 'leading', has(node, State.grave) && 'grave'];
  return words.filter(Boolean).join(' ') || undefined;
}

/** Whether it is one of several that can be chosen; the row of headings is not. */
const isChosen = (node) => node.role === 'tab' || node.role === 'option' || (node.role === 'row' && node.position > 1);

/** Whether a link leads out of the program. */
export const isOutside = (node) => Boolean(node.href) && !/^\/(?!\/)/.test(node.href);

function tabIndexOf(node) {
  if (node.role === 'option') return undefined;
  if (node.role === 'dialog') return '-1';
  if (isFocusableByKeys(node)) return has(node, State.untabbed) ? '-1' : '0';
  return isInteractive(node) && has(node, State.untabbed) ? '-1' : undefined;
}

function tellPlace(node, tell) {
  const number = (name, value) => tell(name, value ? String(value) : undefined);
  switch (node.role) {
    case 'grid': tell('aria-multiselectable', 'true'); // falls through
    case 'table':
      number('aria-rowcount', node.size);
      return number('aria-colcount', node.column);
    case 'row': return number('aria-rowindex', node.position);
    case 'columnheader': case 'rowheader': case 'cell': case 'gridcell': return number('aria-colindex', node.column);
    case 'treeitem': number('aria-level', node.level); // falls through
    case 'option': case 'tab': case 'listitem':
      number('aria-posinset', node.position);
      return number('aria-setsize', node.size);
  }
}

/** What is disabled stays focusable wherever HTML lets it, so that one can learn what it is and why. */
function tellAvailability(node, tell) {
  const disabled = has(node, State.disabled);
  if (!disabled && !has(node, State.readOnly)) return;
  if (isTyped(node) && node.role !== 'date') tell('readonly', '');
  else if (['date', 'select', 'checkbox', 'slider', 'file'].includes(node.role)) return tell('disabled', '');
  if (disabled) tell('aria-disabled', 'true');
}

function tellTyping(node, tell) {
  const hint = node.hint ?? '';
  if (node.role === 'slider') {
    tell('max', String(node.limit ?? 0));
    tell('aria-valuetext', hint || undefined);
  }
  if (node.role === 'file') {
    tell('accept', hint || undefined);
    if (has(node, State.required)) tell('required', '');
  }
  if (!isTyped(node)) return;
  const fills = hint !== '' && hint !== 'numeric' && hint !== 'decimal';
  tell('inputmode', INPUT_MODES.has(hint) ? hint : node.role === 'number' ? 'decimal' : undefined);
  tell('autocomplete', fills ? hint : 'off');
  tell('maxlength', node.limit ? String(node.limit) : undefined);
  tell('spellcheck', node.role === 'textarea' ? 'true' : 'false');
  if (node.role === 'combobox') tell('aria-autocomplete', 'list');
}
