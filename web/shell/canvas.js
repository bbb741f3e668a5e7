// The canvas' size in device pixels, and the graphics context that the browser may take away.

import { isText } from './view.js';

/**
 * @param {HTMLElement} stage
 * @param {HTMLCanvasElement} canvas
 * @param {{resize: Function, drawNow: Function, context: Function, request: Function}} program
 * @returns {() => void} fits it anew
 */
export function fitCanvas(stage, canvas, program) {
  const observer = new ResizeObserver(([entry]) => {
    const { width, height } = entry.contentRect;
    const density = window.devicePixelRatio || 1;
    const [wide, high] = [width * density, height * density];
    // What the browser says exactly saves a row of pixels from being smeared, but not every browser says it truly.
    const exact = entry.devicePixelContentBoxSize?.[0];
    const isExact = exact && Math.abs(exact.inlineSize - wide) <= 1 && Math.abs(exact.blockSize - high) <= 1;
    fit(isExact ? exact.inlineSize : Math.round(wide), isExact ? exact.blockSize : Math.round(high), density);
  });
  const fit = (wide, high, density) => {
    if (isText()) return;
    // A new size empties the canvas, also when it is the old one.
    if (canvas.width !== wide || canvas.height !== high) [canvas.width, canvas.height] = [wide, high];
    program.resize(wide / density, high / density, density);
    program.drawNow();
    program.request();
  };
  const watch = () => {
    observer.disconnect();
    try {
      observer.observe(stage, { box: 'device-pixel-content-box' });
    } catch {
      observer.observe(stage);
    }
  };
  watch();
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    program.context(false);
  });
  canvas.addEventListener('webglcontextrestored', () => {
    program.context(true);
    program.request();
  });
  document.addEventListener('visibilitychange', () => program.request());
  return watch;
}
