// Waiting, with an end.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

/** How long one waits for what a person would wait for. A loaded machine takes many times as long as a fast one. */
export const kPatienceMs = 60_000;
/** No file of tests takes longer: something hangs. */
const kLongestMs = 900_000;
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

/** Ends this process, should it hang, after `stop` ended what it started. */
export function endIfItHangs(stop) {
  setTimeout(() => {
    console.error(`not done after ${kLongestMs} ms`);
    stop();
    process.exit(1);
  }, kLongestMs).unref();
}
