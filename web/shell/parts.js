// The parts of the page: F6 leads from one to the next, and the page's first links lead to the content and the menu.

import { State, has, isInteractive } from './node.js';

const PARTS = new Set(['banner', 'navigation', 'main', 'complementary', 'region', 'search']);

const isShown = ({ element }) => element.getClientRects().length > 0;

/** Every part that shows, and what gets the focus there: its first control that lies in no part of its own. */
function partsOf(mirror) {
  const entries = [...mirror.entries()];
  const parts = entries.filter((entry) => PARTS.has(entry.node.role) && isShown(entry)).map((part) => ({ part, target: undefined }));
  const innermost = (element) => parts.findLast(({ part }) => part.element.contains(element));
  for (const entry of entries) {
    if (!isInteractive(entry.node) || has(entry.node, State.untabbed) || !isShown(entry)) continue;
    const around = innermost(entry.element);
    if (around) around.target ??= entry;
  }
  const holdsOther = ({ part }) => parts.some((other) => other.part !== part && part.element.contains(other.part.element));
  return parts.filter((one) => one.target || !holdsOther(one));
}

/** Moves the focus to the next part, or by -1 to the one before. False beyond the last: there the browser's own parts begin. */
export function goToPart(mirror, step) {
  if (mirror.modal) return false;
  const parts = partsOf(mirror);
  const now = parts.findLastIndex(({ part }) => part.element.contains(document.activeElement));
  const next = parts[now < 0 && step < 0 ? parts.length - 1 : now + step];
  return Boolean(next) && mirror.focus((next.target ?? next.part).node.id);
}

/** The page's first links, from when the program stands. @param {import('./mirror.js').Mirror} mirror */
export function listenToWays(mirror) {
  const goTo = (...roles) => {
    const found = roles.map((role) => [...mirror.entries()].find((entry) => entry.node.role === role && isShown(entry))).find(Boolean);
    if (!found) return;
    const target = found.node.role === 'main' ? found : partsOf(mirror).find(({ part }) => part === found)?.target ?? found;
    mirror.focus(target.node.id);
  };
  // Where the menu is folded, its button is the first in the banner.
  for (const [id, roles] of [['to-main', ['main']], ['to-menu', ['navigation', 'banner']]]) {
    const way = document.getElementById(id);
    way.hidden = false;
    way.addEventListener('click', () => goTo(...roles));
  }
}
