// Numbers that the bench and the browser tests read.

export const stats = {
  frames: 0,
  firstFrameMs: 0,
  lastFrameCpuMs: 0,
  lastMirrorMs: 0,
  mirrorNodes: 0,
  wasmBytes: 0,
  announced: '',
};
window.lisaStats = stats;
