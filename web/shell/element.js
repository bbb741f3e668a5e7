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

/** The attributes that say the node's state; undefined ones are absent. */
export function attributesOf(node) {
  const flag = (state) => (has(node, state) ? 'true' : undefined);
  const choice = (state) => (has(node, state) ? 'true' : 'false');
  return {
    class: [takesPointer(node) && 'acts', isTyped(node) && 'typed', has(node, State.unseen) && 'unseen', has(node, State.leading) && 'leading', has(node, State.grave) && 'grave']
      .filter(Boolean).join(' ') || undefined,
    tabindex: tabIndexOf(node),
    href: node.href || undefined,
    ...(/^https?:/.test(node.href) ? { target: '_blank', rel: 'noopener noreferrer' } : {}),
    'aria-label': (isNamedByLabel(node) && node.name) || undefined,
    'aria-describedby': node.description ? `d${node.id}` : undefined,
    'aria-required': node.role === 'file' ? undefined : flag(State.required),
    'aria-invalid': flag(State.invalid),
    'aria-expanded': has(node, State.expandable) ? choice(State.expanded) : undefined,
    'aria-current': has(node, State.current) ? 'page' : undefined,
    'aria-modal': flag(State.modal),
    'aria-pressed': node.role === 'button' ? flag(State.checked) : undefined,
    'aria-selected': isChosen(node) ? choice(State.selected) : undefined,
    'aria-readonly': node.role === 'gridcell' ? choice(State.readOnly) : undefined,
    'aria-sort': has(node, State.sortedUp) ? 'ascending' : has(node, State.sortedDown) ? 'descending' : undefined,
    'aria-live': node.role === 'status' && !has(node, State.polite) ? 'off' : has(node, State.polite) ? 'polite' : undefined,
    'aria-autocomplete': node.role === 'combobox' ? 'list' : undefined,
    'aria-controls': node.controls && (node.role !== 'combobox' || has(node, State.expanded)) ? `n${node.controls}` : undefined,
    'aria-activedescendant': node.active ? `n${node.active}` : undefined,
    ...placeOf(node),
    ...availabilityOf(node),
    ...typingOf(node),
  };
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

function placeOf(node) {
  const text = (number) => (number ? String(number) : undefined);
  switch (node.role) {
    case 'table': return { 'aria-rowcount': text(node.size), 'aria-colcount': text(node.column) };
    case 'grid': return { 'aria-multiselectable': 'true', 'aria-rowcount': text(node.size), 'aria-colcount': text(node.column) };
    case 'row': return { 'aria-rowindex': text(node.position) };
    case 'columnheader': case 'rowheader': case 'cell': case 'gridcell': return { 'aria-colindex': text(node.column) };
    case 'option': case 'tab': case 'listitem': case 'treeitem':
      return {
        'aria-level': node.role === 'treeitem' ? text(node.level) : undefined,
        'aria-posinset': text(node.position), 'aria-setsize': text(node.size),
      };
    default: return {};
  }
}

/** What is disabled stays focusable wherever HTML lets it, so that one can learn what it is and why. */
function availabilityOf(node) {
  const disabled = has(node, State.disabled);
  if (isTyped(node) && node.role !== 'date') {
    return { readonly: disabled || has(node, State.readOnly) ? '' : undefined, 'aria-disabled': disabled ? 'true' : undefined };
  }
  if (['date', 'select', 'checkbox', 'slider', 'file'].includes(node.role)) {
    return { disabled: disabled || has(node, State.readOnly) ? '' : undefined };
  }
  return { 'aria-disabled': disabled ? 'true' : undefined };
}

function typingOf(node) {
  const hint = node.hint ?? '';
  if (node.role === 'slider') return { max: String(node.limit ?? 0), 'aria-valuetext': hint || undefined };
  if (node.role === 'file') return { accept: hint || undefined, required: has(node, State.required) ? '' : undefined };
  if (!isTyped(node)) return {};
  const mode = INPUT_MODES.has(hint) ? hint : node.role === 'number' ? 'decimal' : undefined;
  const fills = hint !== '' && hint !== 'numeric' && hint !== 'decimal';
  return {
    inputmode: mode,
    autocomplete: fills ? hint : 'off',
    maxlength: node.limit ? String(node.limit) : undefined,
    spellcheck: node.role === 'textarea' ? 'true' : 'false',
  };
}
