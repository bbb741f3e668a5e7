// What is asked of every screen that is read as text.
import assert from 'node:assert/strict';
import { atRest } from './rest.mjs';

/** Goes to another screen without loading the page again, as a link does. */
export async function go(page, path) {
  await page.evaluate((path) => {
    const url = new URL(path, location);
    url.search = location.search;
    history.pushState(null, '', url);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await atRest(page);
  await page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor();
}

/** The path of the first record of the list that is shown, if it has any. */
export const firstRow = async (page) => {
  const link = page.getByRole('row').getByRole('link').first();
  return (await link.count()) > 0 ? new URL(await link.getAttribute('href'), page.url()).pathname : undefined;
};

/** Nothing is wider than the window, cut off, or without a name, and what stands under the focus can be seen. */
export async function isReadable(page, where) {
  await atRest(page);
  const faults = await page.evaluate(() => {
    const found = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} wide in ${innerWidth}`);
    for (const element of document.querySelectorAll('#mirror *')) {
      if (element.closest('.unseen') || element.getClientRects().length === 0 || element.tagName === 'OPTION') continue;
      const style = getComputedStyle(element);
      const says = `${element.tagName} ${element.getAttribute('role') ?? ''} "${(element.textContent || element.getAttribute('aria-label') || '').slice(0, 40)}"`;
      const isCut = (style.overflowX === 'hidden' || style.overflowX === 'clip') && element.scrollWidth > element.clientWidth + 1;
      if (isCut && !element.matches('input, select, [role=treeitem] button')) found.push(`${says} is cut off`);
      if (!element.matches('a, button, input, select, textarea, [role=gridcell], [role=option], [role=treeitem]')) continue;
      const name = element.getAttribute('aria-label') || [...(element.labels ?? [])].map((label) => label.textContent).join('') || element.textContent;
      if (!name && element.getAttribute('role') !== 'gridcell') found.push(`${says} has no name`);
      const { width, height } = element.getBoundingClientRect();
      if ((width < 22 || height < 22) && !element.matches('[role=gridcell]')) found.push(`${says} is ${Math.round(width)} by ${Math.round(height)}`);
    }
    return found.slice(0, 8);
  });
  assert.deepEqual(faults, [], where);
}
