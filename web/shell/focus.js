// The browser's focus is the focus. The program is told where it is, and may ask for it to move.

import { Act, isTyped } from './node.js';

/** How long a wish for a node that is not there yet is remembered. */
const kPatienceMs = 1000;

const isShown = (element) => element.isConnected && element.getClientRects().length > 0;

export class Focus {
  #mirror;
  #program;
  #told = 0;
  #toldVisible = false;
  /** What had the focus last, when nothing has it now. */
  #lost = 0;
  #wish;
  /** The element that had it. */
  #last;
  #modal;
  #openers = [];

  constructor(root, mirror, program) {
    this.#mirror = mirror;
    this.#program = program;
    root.addEventListener('focusin', () => this.#tell());
    root.addEventListener('focusout', () => this.#tell());
  }

  /** Moves the focus to a node as soon as it is there. */
  wish(id) {
    this.#wish = { id, until: performance.now() + kPatienceMs };
    this.#program.request();
  }

  /** After each frame: the tree may have brought the node wished for, opened or closed a dialog, or lost the focus. */
  afterFrame() {
    this.#followDialogs();
    if (this.#wish) {
      if (this.#mirror.focus(this.#wish.id) || performance.now() > this.#wish.until) this.#wish = undefined;
    }
    this.#tell();
  }

  /** When nothing more is due: what had the focus may be gone with its screen. Then the one there is now begins at its heading. */
  settled() {
    if (!this.#last || document.activeElement !== document.body || isShown(this.#last)) return;
    this.#last = undefined;
    const { modal } = this.#mirror;
    const heading = [...this.#mirror.entries()].find(({ node, element }) => node.role === 'heading' && node.level === 1 && isShown(element));
    if (modal) this.#mirror.focusInside(modal);
    else if (heading) this.#mirror.focus(heading.node.id);
  }

  /** A dialog takes the focus when it opens and gives it back when it closes, unless the program wished for something else. */
  #followDialogs() {
    const { modal } = this.#mirror;
    if (modal?.node.id === this.#modal) return;
    if (modal && !this.#openers.some(({ dialog }) => dialog === modal.node.id)) {
      this.#openers.push({ dialog: modal.node.id, opener: this.#told || this.#lost });
      if (!this.#wish) this.#mirror.focusInside(modal);
    } else {
      let opener;
      while (this.#openers.length && this.#openers.at(-1).dialog !== modal?.node.id) ({ opener } = this.#openers.pop());
      if (!this.#wish && opener) this.#mirror.focus(opener);
    }
    this.#modal = modal?.node.id;
  }

  #tell() {
    if (this.#mirror.isChanging) return;
    const element = document.activeElement;
    const entry = this.#mirror.entryOf(element);
    const id = entry?.element === element ? entry.node.id : 0;
    const visible = id !== 0 && element.matches(':focus-visible');
    if (id === this.#told && visible === this.#toldVisible) return;
    if (id !== this.#told) this.#tellLeft();
    this.#program.focus(id, visible);
    if (id && id !== this.#told) this.#program.act(Act.focus, id);
    this.#told = id;
    if (id) this.#last = element;
    this.#toldVisible = visible;
  }

  #tellLeft() {
    if (!this.#told) return;
    this.#lost = this.#told;
    const left = this.#mirror.get(this.#told);
    if (!left) return;
    if (isTyped(left.node)) this.#program.act(Act.commit, this.#told);
    this.#program.act(Act.blur, this.#told);
    this.#program.settleLater(left);
  }
}
