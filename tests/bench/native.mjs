// The groups that lisa_bench takes: it says one number a line.
import { spawn } from 'node:child_process';

/** @param {string[]} words @param {(number: object) => void} tell */
export async function native(words, tell) {
  const child = spawn(process.env.LISA_BENCH, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines) tell(JSON.parse(line));
  });
  const code = await new Promise((resolve) => child.once('close', (exit, signal) => resolve(exit ?? signal)));
  if (code !== 0) throw new Error(`lisa_bench ${words[0]} ended with ${code}`);
}
