// Where the elements of the mirror lie: exactly over what the canvas shows.

import { isTyped, takesPointer } from './node.js';

/** Room above a field in which the canvas draws its label. */
const kLabelRoom = 24;

/** Moves an element and its label if they lie elsewhere. */
export function place(entry, parent) {
  const [x, y, width, height, clipX, clipY, clipWidth, clipHeight] = entry.node.box;
  const left = x - (parent?.node.box[0] ?? 0);
  const top = y - (parent?.node.box[1] ?? 0);
  const { style } = entry.element;
  const at = (entry.at ??= {});
  if (at.left !== left) style.left = `${(at.left = left)}px`;
  if (at.top !== top) style.top = `${(at.top = top)}px`;
  if (at.width !== width) style.width = `${(at.width = width)}px`;
  if (at.height !== height) style.height = `${(at.height = height)}px`;
  if (takesPointer(entry.node)) {
    const clip = clipPath(clipY - y, x + width - clipX - clipWidth, y + height - clipY - clipHeight, clipX - x);
    if (at.clip !== clip) style.clipPath = at.clip = clip;
  }
  if (entry.label) placeLabel(entry, left, isTyped(entry.node) || entry.node.role === 'select' ? top - kLabelRoom : top);
}

/** How much is cut off at each side. Clicks do not reach what is cut off, but the focus does, and then it scrolls in. */
function clipPath(...sides) {
  if (sides.every((side) => side <= 0)) return '';
  return `inset(${sides.map((side) => `${Math.max(side, 0)}px`).join(' ')})`;
}

function placeLabel(entry, left, top) {
  const { style } = entry.label;
  if (entry.at.labelLeft !== left) style.left = `${(entry.at.labelLeft = left)}px`;
  if (entry.at.labelTop !== top) style.top = `${(entry.at.labelTop = top)}px`;
}
