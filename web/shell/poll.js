// Asks for the same thing every second or so, as long as the page is in sight, and tells when the answer is another.

const kPauseMs = 1000;
const kLongestPauseMs = 15000;

/**
 * @param {() => Promise<{status: number, text: string}>} ask
 * @param {(answer: {status: number, text: string}) => void} told runs when status or text differ from the last
 * @returns {{now: () => void, stop: () => void}} now asks at once
 */
export function poll(ask, told) {
  let last = '';
  let failures = 0;
  let waiting;
  let turn = 0;
  const again = async () => {
    clearTimeout(waiting);
    if (document.hidden) return; // Goes on when it is seen again.
    const mine = (turn += 1);
    const answer = await ask();
    if (mine !== turn) return; // Stopped, or asked anew meanwhile.
    failures = answer.status === 0 || answer.status >= 500 ? failures + 1 : 0;
    const seen = `${answer.status} ${answer.text}`;
    if (seen !== last) {
      last = seen;
      told(answer);
    }
    if (mine === turn) waiting = setTimeout(again, Math.min(kPauseMs * 2 ** failures, kLongestPauseMs));
  };
  const stop = () => {
    turn += 1;
    clearTimeout(waiting);
    document.removeEventListener('visibilitychange', again);
  };
  document.addEventListener('visibilitychange', again);
  again();
  return { now: again, stop };
}
