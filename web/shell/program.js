// The WebAssembly program with its canvas and mirror: loads it, and turns calls of the shell into calls of its exports.

import { fail } from './trouble.js';
import { Loop } from './loop.js';
import { Mirror } from './mirror.js';
import { Focus } from './focus.js';
import { listenToClipboard } from './clipboard.js';
import { listenToKeys } from './keys.js';
import { listenToPointer } from './pointer.js';
import { listenToTyping, showValue } from './typing.js';
import { fitCanvas } from './canvas.js';
import { colours, onLook } from './choices.js';
import { listenToWays } from './parts.js';
import { showView, wantsText } from './view.js';
import { pack } from './packed.js';
import { stats } from './stats.js';

const here = (path) => new URL(path, import.meta.url).href;

/** Bytes of a file of this version of Lisa. */
async function fetchBytes(path) {
  const reply = await fetch(here(path));
  if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
  return new Uint8Array(await reply.arrayBuffer());
}

/** The program's texts in a language, or those of its help: 'sv', 'sv-help' and so on. */
export const fetchWords = (name) => fetchBytes(`words/${name}.txt`);

/** Downloads and compiles everything, so that it can happen while somebody signs in. */
export async function loadProgram(tag) {
  fetchWords(tag).catch(() => {}); // Asked for again when the program starts, perhaps in the other language.
  const door = {};
  const fonts = Promise.all(['fonts/lisa-regular.ttf', 'fonts/lisa-semibold.ttf', 'fonts/lisa-icons.ttf'].map(fetchBytes));
  fonts.catch(() => {}); // Noticed below: the program may come later than the news that they do not.
  const { default: create } = await import('./lisa.js');
  const module = await create({
    lisa: door,
    locateFile: (name) => here(name),
    onAbort: (reason) => fail('crash', new Error(`abort: ${reason}`)),
  });
  stats.wasmBytes = performance.getEntriesByName(here('lisa.wasm'))[0]?.decodedBodySize ?? 0;
  return new Program(module, door, await fonts);
}

export class Program {
  #module;
  #door;
  #fonts;
  #loop;
  #focus;
  #mirror;
  #hasCanvas = false;
  #fit = () => {};
  #unsettled = new Set();
  /** Key combinations that the program wants. */
  shortcuts = new Set();

  constructor(module, door, fonts) {
    this.#module = module;
    this.#door = door;
    this.#fonts = fonts;
  }

  /**
   * Shows the stage and starts.
   * @param {object} door functions that the program calls (door.js)
   * @param {{me: string, path: string, language: string, client: string, online: boolean, words: Uint8Array, remembered: string[]}} start
   */
  open(door, start) {
    const stage = document.getElementById('stage');
    const canvas = document.getElementById('canvas');
    const root = document.getElementById('mirror');
    stage.hidden = false;
    this.#module._lisa_open(this.#put(pack(this.#fonts)));
    this.#fonts = undefined;
    this.#mirror = new Mirror(root, document.getElementById('notes'));
    this.#loop = new Loop((now) => this.#draw(now), () => this.#settle());
    Object.assign(this.#door, door, this.#ownCalls(stage));
    this.#focus = new Focus(root, this.#mirror, this);
    const { me, path, language, client, online, words, remembered } = start;
    this.#module._lisa_start(this.#put(pack([me, path, language, client, online ? '1' : '0', words, ...remembered])));
    this.#module._lisa_shortcuts();
    this.#showColours();
    onLook(() => queueMicrotask(() => this.#showColours())); // not within a call of the program
    listenToTyping(root, this.#mirror, this);
    listenToKeys(this.#mirror, this);
    listenToClipboard(this.#mirror, this);
    listenToPointer(stage, this.#mirror, this);
    this.show(wantsText());
    this.#fit = fitCanvas(stage, canvas, this);
    listenToWays(this.#mirror);
    window.addEventListener('popstate', () => this.navigate(location.pathname + location.search));
    window.addEventListener('online', () => this.online(true));
    window.addEventListener('offline', () => this.online(false));
  }

  /** Shows Lisa as text, or draws it where the browser can. Place and drafts stay; frames follow at once, for a printer. */
  show(text) {
    const canDraw = () => (this.#hasCanvas ||= this.#module._lisa_canvas(this.#putText('#canvas')) !== 0);
    const becomesText = text || !canDraw();
    showView(becomesText, becomesText && !text);
    this.#module._lisa_text(becomesText ? 1 : 0);
    this.#mirror.showAsText(becomesText);
    this.#fit();
    this.request();
    if (becomesText) for (let frame = 0; frame < 3; frame += 1) this.drawNow();
  }

  #showColours() {
    this.#module._lisa_theme(this.#putText(colours()));
    this.request();
  }

  /** What the program asks of its own frame, canvas and mirror. */
  #ownCalls(stage) {
    return {
      mirror: (_ticket, _number, json) => this.#mirror.apply(JSON.parse(json)),
      cursor: (_ticket, _number, shape) => (stage.style.cursor = shape),
      focus: (_ticket, node) => this.#focus.wish(node),
      wake: (_ticket, ms) => this.#loop.later(ms),
      shortcuts: (_ticket, _number, names) => (this.shortcuts = new Set(names.split(',').map((name) => name.trim()).filter(Boolean))),
    };
  }

  /** The element of a control, for the file that was chosen in it. */
  elementOf(node) {
    return this.#mirror.get(node)?.element;
  }

  #put(bytes) {
    const at = this.#module._lisa_inbox(bytes.length);
    this.#door.heap().set(bytes, at);
    return bytes.length;
  }

  #putText(text) {
    return text ? this.#put(new TextEncoder().encode(text)) : 0;
  }

  #draw(now) {
    try {
      const wantsMore = this.#module._lisa_frame(now) !== 0;
      this.#focus.afterFrame();
      return wantsMore;
    } catch (error) {
      fail('crash', error);
      return false;
    }
  }

  #settle() {
    for (const entry of this.#unsettled) {
      if (this.#mirror.get(entry.node.id) === entry) showValue(entry, entry.node);
    }
    this.#unsettled.clear();
    this.#focus.settled();
  }

  /** Shows a control's true value once the program had its say: it may have refused what was typed or ticked. */
  settleLater(entry) {
    this.#unsettled.add(entry);
    this.request();
  }

  request() {
    this.#loop.request();
  }

  drawNow() {
    this.#loop.now();
  }

  /** @param {number} what one of Act @param {number} id */
  act(what, id, { key = 0, shift = false, control = false, isTwice = false, text = '' } = {}) {
    const size = this.#putText(text);
    this.#module._lisa_event(what, id, key, (shift ? 1 : 0) | (control ? 2 : 0) | (isTwice ? 4 : 0), size);
    this.request();
  }

  focus(id, visible) {
    this.#module._lisa_focus(id, visible ? 1 : 0);
    this.request();
  }

  /** @returns {boolean} whether something that only the canvas knows lies there */
  point(what, x, y, button, isTouch) {
    const isHeld = this.#module._lisa_pointer(what, x, y, button, isTouch ? 1 : 0) !== 0;
    this.request();
    return isHeld;
  }

  scroll(x, y, right, down, starts) {
    this.#module._lisa_scroll(x, y, right, down, starts ? 1 : 0);
    this.request();
  }

  resize(width, height, density) {
    this.#module._lisa_resize(width, height, density);
  }

  context(isBack) {
    this.#module._lisa_context(isBack ? 1 : 0);
  }

  /** Answers a question of the program. Never call it while the program runs. */
  answer(ticket, number, parts = []) {
    this.#module._lisa_answer(ticket, number, this.#put(pack(parts)));
    this.request();
  }

  navigate(path) {
    this.drawNow(); // takes in what was typed or chosen just before
    this.#module._lisa_navigate(this.#putText(path));
    this.request();
  }

  shortcut(name) {
    this.#module._lisa_shortcut(this.#putText(name));
    this.request();
    // What it opens has the focus before the next letter is typed.
    for (let frame = 0; frame < 2; frame += 1) this.drawNow();
  }

  online(yes) {
    this.#module._lisa_online(yes ? 1 : 0);
    this.request();
  }
}
