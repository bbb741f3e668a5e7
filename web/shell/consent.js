// Asks once on each device whether Lisa may keep registers there.

import { showPage } from './pages.js';
import { writeConsent } from './seal.js';

/** @param {string} person @returns {Promise<'yes'|'no'>} */
export function askConsent(person) {
  showPage('consent');
  return new Promise((resolve) => {
    for (const answer of ['yes', 'no']) {
      document.getElementById(`consent-${answer}`).onclick = async () => {
        await writeConsent(person, answer);
        if (answer === 'yes') navigator.storage?.persist?.().catch(() => {});
        resolve(answer);
      };
    }
  });
}
