// The canvas' size in device pixels, and the graphics context that the browser may take away.

/**
 * @param {HTMLElement} stage
 * @param {HTMLCanvasElement} canvas
 * @param {{resize: Function, drawNow: Function, context: Function, request: Function}} program
 */
export function fitCanvas(stage, canvas, program) {
  const fit = (width, height) => {
    const density = window.devicePixelRatio || 1;
    // A new size empties the canvas, also when it is the old one.
    if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
    program.resize(width / density, height / density, density);
    program.drawNow();
    program.request();
  };
  const observer = new ResizeObserver(([entry]) => {
    const exact = entry.devicePixelContentBoxSize?.[0];
    const density = window.devicePixelRatio || 1;
    if (exact) fit(exact.inlineSize, exact.blockSize);
    else fit(Math.round(entry.contentRect.width * density), Math.round(entry.contentRect.height * density));
  });
  try {
    observer.observe(stage, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(stage);
  }
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    program.context(false);
  });
  canvas.addEventListener('webglcontextrestored', () => {
    program.context(true);
    program.request();
  });
  document.addEventListener('visibilitychange', () => program.request());
}
