// Waiting, with an end.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

const kPatienceMs = 15_000;
const kBetweenMs = 100;

/** What `look` finds, as soon as it finds something. An element that went away between finding and touching it is looked for again. */
export async function until(what, look) {
  let trouble = '';
  for (const end = Date.now() + kPatienceMs; Date.now() < end; await pause(kBetweenMs)) {
    try {
      const found = await look();
      if (found) return found;
      trouble = '';
    } catch (error) {
      trouble = ` (${error.message})`;
    }
  }
  return assert.fail(`waited in vain: ${what}${trouble}`);
}

/** Ends this process, if it is still there when the time is over, after `stop` ended what it started. */
export function endAfter(ms, stop) {
  setTimeout(() => {
    console.error(`not done after ${ms} ms`);
    stop();
    process.exit(1);
  }, ms).unref();
}
