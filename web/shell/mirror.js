// The mirror: one element per node of the semantic tree, over the canvas or, read as text, in place of it. Screen readers,
// find-in-page, password managers, dictation and tests see it; the keyboard focus and all typing live in it. Always on.

import { attributesOf, createElement, kindOf, textOf } from './element.js';
import { State, has, isInteractive, isLabelled } from './node.js';
import { labelCells, partsOf, unplace } from './flow.js';
import { place } from './geometry.js';
import { showValue } from './typing.js';
import { setInert } from './modal.js';
import { stats } from './stats.js';

/** What a row consists of. */
const PASSED_ON = new Set(['row', 'rowheader', 'cell', 'gridcell', 'link']);
const kNothing = [];

/**
 * @typedef {object} Entry a node and what shows it
 * @property {object} node as told by semantics::MirrorJson
 * @property {HTMLElement} element
 * @property {HTMLLabelElement=} label
 * @property {Text=} text
 * @property {HTMLElement=} note its description
 * @property {number} parent id of the node around it, as told last; 0 is the page
 * @property {HTMLElement[]=} parts what stands in the element, as arranged last
 * @property {Object<string,string>} attributes as written last
 * @property {boolean=} isInert behind a dialog
 * @property {string[]} sent values typed that the program did not yet show
 */

export class Mirror {
  /** @type {Map<number, Entry>} in reading order */
  #entries = new Map();
  /** @type {WeakMap<Node, Entry>} */
  #ofElement = new WeakMap();
  #root;
  /** What holds the nodes that lie in no other. */
  #page;
  #notes;
  /** Set while elements move, when focus events mean nothing. */
  isChanging = false;
  /** @type {Entry|undefined} the dialog that makes the rest inert */
  modal;
  /** Whether it is read as text: in the flow of the page, not over the canvas. */
  #isText = false;
  /** @type {Map<string, Entry[]>} what became free in this frame, by role and in reading order */
  #spare = new Map();
  /** Elements that stood for another node in the frame before, and so stand where that was. */
  #taken = new Set();
  /** Ids with those of their parents, as told last. */
  #order = [];

  constructor(root, notes) {
    this.#root = root;
    this.#page = { element: root, parts: kNothing };
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
    return this.#entries.get(entry.parent);
  }

  entries() {
    return this.#entries.values();
  }

  /** Takes over what changed since the frame before. */
  apply({ order, nodes = [], moved = [] }) {
    const start = performance.now();
    const focused = document.activeElement;
    this.isChanging = true;
    if (order) this.#findSpare(order);
    for (const node of nodes) this.#dress(node);
    for (let at = 0; at < moved.length; at += 9) this.#entries.get(moved[at]).node.box = moved.slice(at + 1, at + 9);
    if (order) this.#arrange((this.#order = order));
    if (order || nodes.length) this.modal = setInert(this.#entries, (entry) => this.parentOf(entry));
    if (!this.#isText) for (const entry of this.#entries.values()) place(entry, this.#entries.get(entry.parent));
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
    const entry = known && kindOf(known.node) === kindOf(node) ? known : (!known && this.#takeSpare(node)) || this.#create(node, known);
    const before = entry.node;
    entry.node = node;
    const wanted = attributesOf(node);
    for (const name in wanted) {
      if (entry.attributes[name] !== wanted[name]) entry.element.setAttribute(name, wanted[name]);
    }
    for (const name in entry.attributes) {
      if (!(name in wanted)) entry.element.removeAttribute(name);
    }
    entry.attributes = wanted;
    this.#name(entry);
    this.#describe(entry);
    showValue(entry, before);
  }

  /**
   * Finds the rows that go while their table stays, with what is in them: those that come as one scrolls take their elements, which
   * costs a fraction of making new ones. Never the one with the focus.
   */
  #findSpare(order) {
    const stays = new Set(order);
    const free = new Set();
    this.#spare.clear();
    for (const [id, entry] of this.#entries) {
      const { role } = entry.node;
      if (stays.has(id) || !PASSED_ON.has(role) || entry.note) continue;
      const isFree = role === 'row' ? stays.has(entry.parent) && !entry.element.contains(document.activeElement) : free.has(this.#entries.get(entry.parent));
      if (!isFree) continue;
      free.add(entry);
      if (!this.#spare.has(role)) this.#spare.set(role, []);
      this.#spare.get(role).push(entry);
    }
  }

  #takeSpare(node) {
    const entry = this.#spare.get(node.role)?.shift();
    if (!entry) return undefined;
    this.#entries.delete(entry.node.id);
    this.#entries.set(node.id, entry);
    this.#taken.add(entry.element);
    entry.element.id = `n${node.id}`;
    return entry;
  }

  #create(node, replaced) {
    const element = createElement(node);
    const entry = { node, element, parent: replaced?.parent ?? 0, attributes: {}, sent: [] };
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
    return partsOf(entry).filter((part) => this.#isText || part !== entry.note);
  }

  /** Takes out what is gone; what lies in something else that is gone, goes with it. */
  #forget(entry, isGone) {
    entry.note?.remove();
    const around = entry.element.parentNode;
    if (around !== this.#root && isGone(around)) return;
    entry.element.remove();
    entry.label?.remove();
  }

  /** Puts all elements in order, moving as few as possible and never the one that has the focus. */
  #arrange(order) {
    const kept = new Map();
    const children = new Map();
    for (let at = 0; at < order.length; at += 2) {
      const [id, parent] = [order[at], order[at + 1]];
      const entry = this.#entries.get(id);
      kept.set(id, entry);
      entry.parent = parent;
      let parts = children.get(parent);
      if (!parts) children.set(parent, (parts = []));
      if (entry.label || entry.note) parts.push(...this.#partsOf(entry));
      else parts.push(entry.element);
    }
    const isGone = (element) => {
      const entry = this.#ofElement.get(element);
      return !entry || kept.get(entry.node.id) !== entry;
    };
    const fresh = [], others = [];
    for (const [id, holder] of [[0, this.#page], ...kept]) {
      const parts = children.get(id) ?? kNothing;
      if (isSame(parts, holder.parts ?? kNothing)) continue;
      (holder.parts ? others : fresh).push(holder);
      holder.parts = parts;
    }
    // What is new is filled, from within, before it is put in: so the page changes once.
    const isPassed = (element) => this.#taken.has(element) || isGone(element);
    for (const holder of [...fresh.reverse(), ...others]) arrangeChildren(holder.element, holder.text, holder.parts, isPassed);
    for (const [id, entry] of this.#entries) {
      if (!kept.has(id)) this.#forget(entry, isGone);
    }
    this.#entries = kept;
    this.#taken.clear();
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

const isSame = (some, others) => some.length === others.length && some.every((one, at) => one === others[at]);

/** `isPassed` tells the elements that are taken out afterwards or stand elsewhere in a moment, so that nobody moves for their sake. */
function arrangeChildren(parent, text, wanted, isPassed) {
  const focused = document.activeElement;
  let next = text ? text.nextSibling : parent.firstChild;
  for (const element of wanted) {
    while (next && next !== element && isPassed(next)) next = next.nextSibling;
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
