// The mirror: one element per node of the semantic tree, over the canvas or, read as text, in place of it. Screen readers,
// find-in-page, password managers, dictation and tests see it; the keyboard focus and all typing live in it. Always on.

import { attributesOf, createElement, kindOf, textOf } from './element.js';
import { State, has, isInteractive, isLabelled } from './node.js';
import { labelCells, partsOf, unplace } from './flow.js';
import { place } from './geometry.js';
import { showValue } from './typing.js';
import { setInert } from './modal.js';
import { stats } from './stats.js';

/**
 * @typedef {object} Entry a node and what shows it
 * @property {object} node as told by semantics::MirrorJson
 * @property {HTMLElement} element
 * @property {HTMLLabelElement=} label
 * @property {Text=} text
 * @property {HTMLElement=} note its description
 * @property {Object<string,string>} attributes as written last
 * @property {string[]} sent values typed that the program did not yet show
 */

export class Mirror {
  /** @type {Map<number, Entry>} in reading order */
  #entries = new Map();
  /** @type {WeakMap<Node, Entry>} */
  #ofElement = new WeakMap();
  #root;
  #notes;
  /** Set while elements move, when focus events mean nothing. */
  isChanging = false;
  /** @type {Entry|undefined} the dialog that makes the rest inert */
  modal;
  /** Whether it is read as text: in the flow of the page, not over the canvas. */
  #isText = false;
  /** Ids with those of their parents, as told last. */
  #order = [];

  constructor(root, notes) {
    this.#root = root;
    this.#notes = notes;
  }

  get(id) {
    return this.#entries.get(id);
  }

  /** The entry of an element or of the nearest one around it. */
  entryOf(element) {
    for (let at = element; at && at !== this.#root; at = at.parentNode) {
      const entry = this.#ofElement.get(at);
      if (entry) return entry;
    }
    return undefined;
  }

  /** The entry in whose element something lies; a label or a description beside it does not count. */
  entryHit(target) {
    const entry = this.entryOf(target);
    return entry?.element.contains(target) ? entry : undefined;
  }

  parentOf(entry) {
    return this.entryOf(entry.element.parentNode);
  }

  entries() {
    return this.#entries.values();
  }

  /** Takes over what changed since the frame before. */
  apply({ order, nodes = [], moved = [] }) {
    const start = performance.now();
    const focused = document.activeElement;
    this.isChanging = true;
    for (const node of nodes) this.#dress(node);
    for (let at = 0; at < moved.length; at += 9) this.#entries.get(moved[at]).node.box = moved.slice(at + 1, at + 9);
    if (order) this.#arrange((this.#order = order));
    if (order || nodes.length) this.modal = setInert(this.#entries, (entry) => this.parentOf(entry));
    if (!this.#isText) for (const entry of this.#entries.values()) place(entry, this.parentOf(entry));
    else if (order || nodes.length) this.#follow(nodes);
    // Moved to another parent: the browser dropped the focus, though the element is still there.
    if (focused !== document.activeElement && focused?.isConnected && this.entryOf(focused)) focused.focus({ preventScroll: true });
    this.isChanging = false;
    stats.mirrorNodes = this.#entries.size;
    stats.lastMirrorMs = performance.now() - start;
  }

  /** In the flow of the page: headings for the cells, and in sight what is pointed at while the focus stays in a field. */
  #follow(nodes) {
    labelCells(this.#entries.values());
    for (const node of nodes) {
      const pointed = node.active ? this.#entries.get(node.active) : this.modal && has(node, State.current) && this.#entries.get(node.id);
      if (pointed) pointed.element.scrollIntoView({ block: 'nearest' });
    }
  }

  /** Changes between the two ways of standing in the page. */
  showAsText(yes) {
    if (yes === this.#isText) return;
    const focused = document.activeElement;
    this.isChanging = true;
    this.#isText = yes;
    if (yes) labelCells(this.#entries.values());
    for (const entry of this.#entries.values()) {
      if (yes) unplace(entry);
      else if (entry.note) this.#notes.append(entry.note);
    }
    this.#arrange(this.#order);
    if (!yes) for (const entry of this.#entries.values()) place(entry, this.parentOf(entry));
    if (focused !== document.activeElement && focused?.isConnected) focused.focus({ preventScroll: true });
    this.isChanging = false;
  }

  #dress(node) {
    const known = this.#entries.get(node.id);
    const entry = known && kindOf(known.node) === kindOf(node) ? known : this.#create(node, known);
    const before = entry.node;
    entry.node = node;
    const wanted = attributesOf(node);
    for (const [name, value] of Object.entries(wanted)) {
      if (entry.attributes[name] === value) continue;
      if (value === undefined) entry.element.removeAttribute(name);
      else entry.element.setAttribute(name, value);
    }
    for (const name in entry.attributes) {
      if (!(name in wanted)) entry.element.removeAttribute(name);
    }
    entry.attributes = wanted;
    this.#name(entry);
    this.#describe(entry);
    showValue(entry, before);
  }

  #create(node, replaced) {
    const element = createElement(node);
    const entry = { node, element, attributes: {}, sent: [] };
    if (isLabelled(node)) {
      entry.label = document.createElement('label');
      entry.label.htmlFor = element.id;
      this.#ofElement.set(entry.label, entry);
    }
    if (replaced) this.#replace(replaced, entry);
    this.#entries.set(node.id, entry);
    this.#ofElement.set(element, entry);
    return entry;
  }

  /** Another kind of element takes the place of one, with everything in it. */
  #replace(old, entry) {
    old.text?.remove();
    entry.element.append(...old.element.children);
    old.element.replaceWith(entry.element);
    old.label?.remove();
    old.note?.remove();
    this.#putBeside(entry);
  }

  #name(entry) {
    if (entry.label) {
      if (entry.label.textContent !== (entry.node.name ?? '')) entry.label.textContent = entry.node.name ?? '';
      return;
    }
    const text = textOf(entry.node);
    if (entry.text) {
      if (entry.text.data !== text) entry.text.data = text;
    } else if (text) {
      entry.text = document.createTextNode(text);
      entry.element.prepend(entry.text);
    }
  }

  #describe(entry) {
    const { description = '', id } = entry.node;
    if (!description) {
      entry.note?.remove();
      entry.note = undefined;
      return;
    }
    if (!entry.note) {
      entry.note = document.createElement('span');
      entry.note.id = `d${id}`;
      entry.note.className = 'note';
      this.#ofElement.set(entry.note, entry);
      if (!this.#isText) this.#notes.append(entry.note);
      else if (entry.element.isConnected) this.#putBeside(entry);
    }
    if (entry.note.textContent !== description) entry.note.textContent = description;
  }

  /** What belongs to an element stands beside it. */
  #putBeside(entry) {
    const parts = this.#partsOf(entry);
    const own = parts.indexOf(entry.element);
    entry.element.before(...parts.slice(0, own));
    entry.element.after(...parts.slice(own + 1));
  }

  /** Where it is not read as text, the descriptions lie elsewhere. */
  #partsOf(entry) {
    return this.#isText ? partsOf(entry) : partsOf({ ...entry, note: undefined });
  }

  #forget(entry) {
    entry.element.remove();
    entry.label?.remove();
    entry.note?.remove();
  }

  /** Puts all elements in order, moving as few as possible and never the one that has the focus. */
  #arrange(order) {
    const kept = new Map();
    const children = new Map([[0, []]]);
    for (let at = 0; at < order.length; at += 2) {
      const entry = this.#entries.get(order[at]);
      kept.set(order[at], entry);
      if (!children.has(order[at + 1])) children.set(order[at + 1], []);
      children.get(order[at + 1]).push(...this.#partsOf(entry));
    }
    const isGone = (element) => {
      const entry = this.#ofElement.get(element);
      return !entry || kept.get(entry.node.id) !== entry;
    };
    for (const [id, wanted] of children) {
      const parent = id === 0 ? undefined : kept.get(id);
      arrangeChildren(parent?.element ?? this.#root, parent?.text, wanted, isGone);
    }
    for (const [id, entry] of this.#entries) {
      if (!kept.has(id)) this.#forget(entry);
    }
    this.#entries = kept;
  }

  /** Gives an element the focus. False if it is not there, or not reachable behind a dialog. */
  focus(id) {
    const entry = this.#entries.get(id);
    if (!entry) return false;
    const { element, node } = entry;
    if (!isInteractive(node) && !element.hasAttribute('tabindex')) element.tabIndex = -1;
    element.focus({ preventScroll: !this.#isText });
    return document.activeElement === element;
  }

  /** Focuses the first control in a container, or the container itself. */
  focusInside(entry) {
    for (const inner of this.#entries.values()) {
      if (inner === entry || !isInteractive(inner.node) || has(inner.node, State.untabbed)) continue;
      if (entry.element.contains(inner.element) && this.focus(inner.node.id)) return;
    }
    this.focus(entry.node.id);
  }
}

/** `isGone` tells the elements that are taken out afterwards, so that nobody moves for their sake. */
function arrangeChildren(parent, text, wanted, isGone) {
  const focused = document.activeElement;
  let next = text ? text.nextSibling : parent.firstChild;
  for (const element of wanted) {
    while (next && isGone(next)) next = next.nextSibling;
    // The others give way to the element with the focus: taking it out, even for a moment, would blur it.
    if (next !== element && element.parentNode === parent && element.contains(focused)) {
      while (next && next !== element) {
        const other = next;
        next = next.nextSibling;
        parent.append(other);
      }
    }
    if (next === element) next = element.nextSibling;
    else parent.insertBefore(element, next);
  }
}
