// What the window shows, as numbers: the canvas cannot be asked otherwise.

/** The colours of a part of the window, four numbers (red, green, blue, opacity) a pixel, row by row. */
export async function pixels(page, clip) {
  const picture = (await page.screenshot({ clip, animations: 'disabled', caret: 'hide' })).toString('base64');
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    return Array.from(context.getImageData(0, 0, image.width, image.height).data);
  }, picture);
}

/** How many pixels have this colour, "#RRGGBB", within a small error. */
export function countOf(data, colour) {
  const wanted = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  let count = 0;
  for (let at = 0; at < data.length; at += 4) if (wanted.every((part, index) => Math.abs(data[at + index] - part) < 6)) count += 1;
  return count;
}

/** The box of an element and so many pixels around it, within the window. */
export async function around(page, locator, margin = 8) {
  const box = await locator.boundingBox();
  const { width, height } = page.viewportSize();
  const [x, y] = [Math.max(box.x - margin, 0), Math.max(box.y - margin, 0)];
  return { x, y, width: Math.min(box.x + box.width + margin, width) - x, height: Math.min(box.y + box.height + margin, height) - y };
}
