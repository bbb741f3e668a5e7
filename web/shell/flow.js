// The mirror read as text: its elements stand in the page one after the other, with labels, help and problems beside them.

/** The elements of a node in reading order: a checkbox before its label, all else after it. */
export function partsOf({ node, element, label, note }) {
  const parts = node.role === 'checkbox' ? [element, label, note] : [label, element, note];
  return parts.filter(Boolean);
}

/** Takes back where geometry.js had laid it. */
export function unplace(entry) {
  entry.at = entry.box = undefined;
  entry.element.removeAttribute('style');
  entry.label?.removeAttribute('style');
}

/** Gives every cell the heading of its column, for windows too narrow for columns. @param {Iterable<object>} entries in reading order */
export function labelCells(entries) {
  let headings = [];
  for (const { node, element } of entries) {
    if (node.role === 'table' || node.role === 'grid') headings = [];
    else if (node.role === 'columnheader') headings[node.column] = element.textContent;
    else if (node.role === 'cell' || node.role === 'gridcell') element.dataset.column = headings[node.column] ?? '';
  }
}
