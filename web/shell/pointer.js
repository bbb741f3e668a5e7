// Mouse, pen, finger and wheel. The canvas hears of all of them, wherever in the stage they land, for hovering, pressing,
// scroll bars and splitters. What a click does comes from the element of the mirror that it hits; read as text that is all there
// is, and the rest is the browser's own.

import { Act, State, has, isInteractive } from './node.js';
import { isOutside } from './element.js';
import { isText } from './view.js';
import { Drag } from './drag.js';

const Pointer = { moves: 0, presses: 1, lets_go: 2, leaves: 3 };
/** Pixels of a line and of a page for wheels that count in those. */
const kLinePx = 24;
const kGesturePauseMs = 200;

/**
 * @param {HTMLElement} stage around the canvas and the mirror
 * @param {import('./mirror.js').Mirror} mirror
 * @param {object} program
 */
export function listenToPointer(stage, mirror, program) {
  const drag = new Drag(program);
  const point = (what, event) => program.point(what, event.clientX, event.clientY, 0, event.pointerType === 'touch');
  let ownsPress = false;
  const whenDrawn = (handle) => (event) => !isText() && handle(event);

  stage.addEventListener('pointermove', whenDrawn((event) => {
    if (!event.isPrimary || drag.moves(event)) return;
    point(Pointer.moves, event);
  }));
  stage.addEventListener('pointerdown', (event) => {
    // So that it knows whether it is a finger.
    if (isText()) return point(Pointer.leaves, event);
    if (!event.isPrimary || event.button !== 0) return;
    drag.stop();
    const entry = mirror.entryOf(event.target);
    const isTouch = event.pointerType === 'touch';
    if (isTouch) point(Pointer.moves, event), program.drawNow();
    const isOnCanvasPart = point(Pointer.presses, event);
    ownsPress = !entry && isOnCanvasPart;
    if (isTouch && !ownsPress) drag.starts(event);
    // Scroll bars and splitters follow the pointer out of the window. On an element this would redirect its click.
    if (!entry) stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener('mousedown', (event) => {
    if (event.button !== 0) return;
    const entry = mirror.entryHit(event.target);
    // The focus stays while one scrolls by the bar, and in the field while one picks from its list.
    if ((!entry && ownsPress) || entry?.node.role === 'option' || entry?.node.role === 'listbox') event.preventDefault();
    else if (entry && !entry.element.contains(document.activeElement)) focusOn(entry);
  });
  stage.addEventListener('pointerup', whenDrawn((event) => {
    if (!event.isPrimary || event.button !== 0) return;
    if (drag.ends(event)) return;
    point(Pointer.lets_go, event);
    if (event.pointerType !== 'touch') return;
    program.drawNow();
    point(Pointer.leaves, event);
  }));
  stage.addEventListener('pointercancel', whenDrawn((event) => {
    drag.stop();
    point(Pointer.leaves, event);
  }));
  stage.addEventListener('pointerleave', whenDrawn((event) => {
    if (event.pointerType === 'mouse' && event.buttons === 0) point(Pointer.leaves, event);
  }));

  stage.addEventListener('click', (event) => {
    if (drag.swallowsClick()) {
      event.preventDefault();
      return;
    }
    activate(mirror, program, event);
    // Within the gesture, so that a focus asked for now opens the keyboard of a phone.
    if (event.detail === 0 || event.pointerType === 'touch') program.drawNow();
  });
  listenToWheel(stage, program);
}

/** Some browsers do not focus a button that is clicked. */
function focusOn(entry) {
  const { element } = entry;
  if (element.tabIndex >= 0 || element.hasAttribute('tabindex')) element.focus({ preventScroll: true, focusVisible: false });
}

function activate(mirror, program, event) {
  const entry = mirror.entryHit(event.target);
  if (!entry) return;
  const { node } = entry;
  // Words that were marked to be copied are not clicked on.
  if (isText() && !isInteractive(node) && !getSelection().isCollapsed) return;
  if (has(node, State.disabled)) {
    event.preventDefault();
    return;
  }
  if (node.role === 'link') {
    // A new tab or window, another site or a file of the server: the browser's own business.
    if (event.ctrlKey || event.metaKey || event.shiftKey || isOutside(node) || node.href?.startsWith('/api/')) return;
    event.preventDefault();
  }
  program.act(Act.activate, node.id, { shift: event.shiftKey, control: event.ctrlKey || event.metaKey, isTwice: event.detail === 2 });
  if (node.role === 'checkbox') program.settleLater(entry);
}

function listenToWheel(stage, program) {
  let last = -Infinity;
  stage.addEventListener('wheel', (event) => {
    if (isText() || event.ctrlKey || event.metaKey || scrollsItself(event)) return;
    event.preventDefault();
    const unit = event.deltaMode === 1 ? kLinePx : event.deltaMode === 2 ? stage.clientHeight * 0.9 : 1;
    let [right, down] = [event.deltaX * unit, event.deltaY * unit];
    if (event.shiftKey && right === 0) [right, down] = [down, 0];
    const now = performance.now();
    program.scroll(event.clientX, event.clientY, right, down, now - last > kGesturePauseMs);
    last = now;
  }, { passive: false });
}

/** A text area with more text than it shows, while one writes in it. */
function scrollsItself({ target, deltaY }) {
  if (target.tagName !== 'TEXTAREA' || document.activeElement !== target) return false;
  return deltaY < 0 ? target.scrollTop > 0 : target.scrollTop + target.clientHeight < target.scrollHeight - 1;
}
