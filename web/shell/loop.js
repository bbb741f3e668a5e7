// Draws when something happened, and rests otherwise.

import { stats } from './stats.js';

/** ImGui settles in the frame after an event: what is hovered is known one frame late. */
const kFramesToSettle = 2;

export class Loop {
  #draw;
  #settled;
  #left = 0;
  #scheduled = false;
  #drawing = false;

  /**
   * @param {(now: number) => boolean} draw draws a frame; true if another is wanted at once
   * @param {() => void} settled runs when no further frame is due
   */
  constructor(draw, settled) {
    this.#draw = draw;
    this.#settled = settled;
  }

  /** Draws soon. */
  request(frames = kFramesToSettle) {
    this.#left = Math.max(this.#left, frames);
    this.#schedule();
  }

  /** Draws after a while, also in a tab that is not in front. */
  later(ms) {
    if (ms > 0) setTimeout(() => this.request(), ms);
    else this.request();
  }

  /** Draws at once: within a user's gesture, or when the canvas was just emptied by a new size. */
  now() {
    if (!this.#drawing) this.#frame();
  }

  #schedule() {
    if (this.#scheduled || this.#drawing) return;
    this.#scheduled = true;
    stats.isAtRest = false;
    const run = () => {
      this.#scheduled = false;
      this.#frame();
    };
    // A hidden tab gets no animation frames, but its unsent changes should still leave.
    if (document.hidden) setTimeout(run, 200);
    else requestAnimationFrame(run);
  }

  #frame() {
    const start = performance.now();
    this.#drawing = true;
    if (this.#left > 0) this.#left -= 1;
    const wantsMore = this.#draw(start);
    this.#drawing = false;
    const end = performance.now();
    stats.frames += 1;
    stats.lastFrameCpuMs = end - start;
    if (!stats.firstFrameMs) stats.firstFrameMs = end;
    stats.isAtRest = !this.#scheduled;
    if (wantsMore || this.#left > 0) this.#schedule();
    else this.#settled();
  }
}
