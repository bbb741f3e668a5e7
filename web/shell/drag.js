// A finger that moves scrolls what lies under it, and what was flung runs out.

import { isCalm } from './choices.js';
import { stats } from './stats.js';

/** A finger that moves less than this taps. */
const kTapPx = 8;
/** What is left of the speed after a millisecond of running out. */
const kSlowing = 0.9975;
const kSlowestPxPerMs = 0.02;

export class Drag {
  #program;
  /** Where the finger went down, and where it was last. */
  #from;
  #last;
  #isScrolling = false;
  #speed = { x: 0, y: 0 };
  #run = 0;
  #swallows = false;

  constructor(program) {
    this.#program = program;
  }

  starts(event) {
    this.#from = this.#last = { x: event.clientX, y: event.clientY, at: event.timeStamp };
    this.#isScrolling = false;
    this.#swallows = false;
  }

  /** True if the movement scrolls, so that nobody else needs to know. */
  moves(event) {
    if (!this.#from || event.pointerType !== 'touch') return false;
    const far = Math.hypot(event.clientX - this.#from.x, event.clientY - this.#from.y) > kTapPx;
    if (!this.#isScrolling && !far) return false;
    if (!this.#isScrolling) {
      this.#isScrolling = true;
      this.#swallows = true;
      // The element under the finger may scroll away and be taken out, and the rest of the gesture with it.
      event.currentTarget.setPointerCapture(event.pointerId);
      this.#program.point(3, 0, 0, 0, true);
      this.#scroll(0, 0, true);
    }
    const { x, y, at } = this.#last;
    const passed = Math.max(event.timeStamp - at, 1);
    const moved = { x: x - event.clientX, y: y - event.clientY };
    this.#speed = { x: 0.6 * (moved.x / passed) + 0.4 * this.#speed.x, y: 0.6 * (moved.y / passed) + 0.4 * this.#speed.y };
    this.#last = { x: event.clientX, y: event.clientY, at: event.timeStamp };
    this.#scroll(moved.x, moved.y, false);
    return true;
  }

  /** True if the finger scrolled. */
  ends(event) {
    const scrolled = this.#isScrolling;
    if (scrolled && event.timeStamp - this.#last.at < 60 && !isCalm()) this.#runOut();
    if (!scrolled) this.#from = undefined;
    this.#isScrolling = false;
    return scrolled;
  }

  /** A new touch, or the browser's own gesture, stops what runs. */
  stop() {
    cancelAnimationFrame(this.#run);
    stats.isFlung = false;
    this.#from = undefined;
    this.#isScrolling = false;
    this.#swallows = false;
  }

  /** Whether the click that follows belongs to a movement and not to a tap. */
  swallowsClick() {
    const swallows = this.#swallows;
    this.#swallows = false;
    return swallows;
  }

  #scroll(right, down, starts) {
    this.#program.scroll(this.#from.x, this.#from.y, right, down, starts);
  }

  #runOut() {
    let before = performance.now();
    stats.isFlung = true;
    const step = (now) => {
      const passed = Math.min(now - before, 50);
      before = now;
      const left = kSlowing ** passed;
      this.#speed = { x: this.#speed.x * left, y: this.#speed.y * left };
      this.#scroll(this.#speed.x * passed, this.#speed.y * passed, false);
      stats.isFlung = Math.hypot(this.#speed.x, this.#speed.y) > kSlowestPxPerMs;
      if (stats.isFlung) this.#run = requestAnimationFrame(step);
    };
    this.#run = requestAnimationFrame(step);
  }
}
