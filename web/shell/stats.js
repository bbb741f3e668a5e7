// Numbers that the bench and the browser tests read.

export const stats = {
  frames: 0,
  /** Whether no frame is due. */
  isAtRest: false,
  /** Whether what was flung still runs. */
  isFlung: false,
  /** What the program asked of the server or the device and has no answer to. */
  unanswered: 0,
  firstFrameMs: 0,
  lastFrameCpuMs: 0,
  lastMirrorMs: 0,
  mirrorNodes: 0,
  wasmBytes: 0,
  announced: '',
};
window.lisaStats = stats;
