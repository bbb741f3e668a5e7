// Where the elements of the mirror lie: exactly over what the canvas shows.

import { isTyped, takesPointer } from './node.js';

/** Room above a field in which the canvas draws its label. */
const kLabelRoom = 24;
const kPage = [0, 0];

/**
 * Moves an element and its label if they lie elsewhere. It is asked of every element in every frame that changed something: what
 * neither moved itself nor lies in something that moved costs nothing, and what moved along with what it lies in next to nothing.
 */
export function place(entry, parent) {
  const { box } = entry.node;
  const around = parent?.node.box ?? kPage;
  if (entry.box === box && entry.around === around) return;
  entry.box = box;
  entry.around = around;
  const left = box[0] - around[0];
  const top = box[1] - around[1];
  const at = (entry.at ??= {});
  const { style } = entry.element;
  if (at.left !== left) style.left = `${(at.left = left)}px`;
  if (at.top !== top) style.top = `${(at.top = top)}px`;
  if (at.width !== box[2]) style.width = `${(at.width = box[2])}px`;
  if (at.height !== box[3]) style.height = `${(at.height = box[3])}px`;
  if (takesPointer(entry.node)) {
    const clip = clipPath(box);
    if (at.clip !== clip) style.clipPath = at.clip = clip;
  }
  if (entry.label) placeLabel(entry, left, isTyped(entry.node) || entry.node.role === 'select' ? top - kLabelRoom : top);
}

/** How much is cut off at each side. Clicks do not reach what is cut off, but the focus does, and then it scrolls in. */
function clipPath([x, y, width, height, clipX, clipY, clipWidth, clipHeight]) {
  const above = clipY - y, right = x + width - clipX - clipWidth, below = y + height - clipY - clipHeight, left = clipX - x;
  if (above <= 0 && right <= 0 && below <= 0 && left <= 0) return '';
  return `inset(${Math.max(above, 0)}px ${Math.max(right, 0)}px ${Math.max(below, 0)}px ${Math.max(left, 0)}px)`;
}

function placeLabel(entry, left, top) {
  const { style } = entry.label;
  if (entry.at.labelLeft !== left) style.left = `${(entry.at.labelLeft = left)}px`;
  if (entry.at.labelTop !== top) style.top = `${(entry.at.labelTop = top)}px`;
}
