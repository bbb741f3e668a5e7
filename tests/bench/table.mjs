// Numbers as a table, each with its verdict.

/** Three digits that say something, thousands set apart. @param {number} number */
export function shown(number) {
  if (number === 0) return '0';
  if (Math.abs(number) >= 100) return Math.round(number).toLocaleString('en-US');
  return String(Number(number.toPrecision(3)));
}

export const ratioOf = ({ value, reference, ratio }) => ratio ?? (reference > 0 ? value / reference : undefined);

/** 'ok', 'over', '' for a row without a budget, 'not measured' for one without a number. */
export function verdict(row, number) {
  if (!number || number.failed !== undefined) return 'not measured';
  if (row.most !== undefined) return number.value <= row.most ? 'ok' : 'over';
  if (row.leastRatio !== undefined) return ratioOf(number) >= row.leastRatio ? 'ok' : 'over';
  return '';
}

const budgetOf = (row) => (row.most !== undefined ? `≤ ${row.most} ${row.unit}`.trim() : row.leastRatio !== undefined ? `≥ ${row.leastRatio} ×` : '');

function cells(row, number) {
  const said = verdict(row, number);
  if (said === 'not measured') return [row.what, '', row.unit, '', '', budgetOf(row), `${said}: ${number?.failed ?? 'no number came'}`];
  const ratio = ratioOf(number);
  const reference = row.beside === 'none' ? '' : `${shown(number.reference)} ${row.beside}`;
  return [row.what, shown(number.value), row.unit, reference, ratio === undefined ? '' : `${shown(ratio)} ×`, budgetOf(row), said, number.note ?? ''];
}

/** A Markdown table that also reads well in a terminal. */
export function table(rows, numbers) {
  const lines = [['what', 'value', 'unit', 'reference', 'ratio', 'budget', 'verdict', 'note'], ...rows.map((row) => cells(row, numbers.get(row.id)))];
  const widths = lines[0].map((_, column) => Math.max(3, ...lines.map((line) => (line[column] ?? '').length)));
  const isNumber = new Set([1, 4]);
  const written = lines.map((line) =>
    `| ${widths.map((width, at) => (isNumber.has(at) ? (line[at] ?? '').padStart(width) : (line[at] ?? '').padEnd(width))).join(' | ')} |`);
  written.splice(1, 0, `|${widths.map((width, at) => `${'-'.repeat(width + 1)}${isNumber.has(at) ? ':' : '-'}`).join('|')}|`);
  return written.join('\n');
}
