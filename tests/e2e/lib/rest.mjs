// Waiting for Lisa as a person does: what one does next comes when what one did before is there to be seen.

const kProgram = '#mirror main';

/**
 * True in a page whose program has drawn what is due and has the answer to all it asked of the server and the device: nothing moves
 * the focus or makes a control anew, nothing runs on, and nothing is fetched any more. Pages without the program are at rest.
 */
const isAtRest = () => !window.lisaStats?.firstFrameMs || (window.lisaStats.isAtRest && !window.lisaStats.isFlung && window.lisaStats.unanswered === 0);

/** The same for drivers that take an expression. */
export const kIsAtRest = `(${isAtRest})()`;

export async function atRest(page) {
  try {
    await page.waitForFunction(isAtRest);
  } catch (error) {
    const stats = await page.evaluate(() => JSON.stringify(window.lisaStats)).catch(() => 'a page that does not answer');
    throw new Error(`Lisa did not come to rest: ${stats}`, { cause: error });
  }
}

/** The same where the page is being loaded: the program is there too. */
export async function started(page) {
  await page.locator(kProgram).waitFor({ state: 'attached' });
  await atRest(page);
}

/** What `look` finds when the page stood still meanwhile; undefined if something was drawn. */
export async function inStillness(page, look) {
  const frames = () => page.evaluate(() => window.lisaStats?.frames);
  await atRest(page);
  const before = await frames();
  const found = await look();
  return (await frames()) === before ? { found } : undefined;
}
