// ./lisa bench [GROUP...]: takes the numbers, prints them beside their references and budgets. Exit code 0 unless a budget
// is broken or a number could not be had.
import { load } from './load.mjs';
import { native } from './native.mjs';
import { kGroups, kRows } from './rows.mjs';
import { screen } from './screen.mjs';
import { table, verdict } from './table.mjs';

const kTakers = {
  load,
  screen,
  frames: (tell) => native(['frames'], tell),
  apply: (tell) => native(['apply'], tell),
  method: (tell) => native(['method'], tell),
  server: (tell) => native(['server', process.env.LISA_SERVER], tell),
};

const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(kGroups);
const unknown = chosen.filter((group) => !kGroups[group]);
if (unknown.length > 0) {
  console.error(`bench: there is no group ${unknown.join(', ')}; there are ${Object.keys(kGroups).join(', ')}.`);
  process.exit(2);
}

const numbers = new Map();
for (const group of chosen) {
  console.error(`  ${group} …`);
  try {
    await kTakers[group]((number) => numbers.set(number.id, number));
  } catch (error) {
    for (const id of kGroups[group]) if (!numbers.has(id)) numbers.set(id, { id, failed: error.message.split('\n')[0] });
  }
}

const wanted = new Set(chosen.flatMap((group) => kGroups[group]));
const rows = kRows.filter(({ id }) => wanted.has(id));
console.log(table(rows, numbers));
const bad = rows.map((row) => [row, verdict(row, numbers.get(row.id))]).filter(([, said]) => said === 'over' || said === 'not measured');
for (const [row, said] of bad) console.log(`${said}: ${row.what}`);
process.exit(bad.length > 0 ? 1 : 0);
