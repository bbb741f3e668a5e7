// A real server with a fresh example municipality, for one test file.
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { until } from './until.mjs';

/** A port that nobody listens on. */
const freePort = () => new Promise((resolve, reject) => {
  const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});

/** Starts the server on a free port, with more options where the test wants them; resolves to {url, password, stop, kill, start}. */
export async function startServer(...options) {
  const binary = process.env.LISA_SERVER;
  const www = process.env.LISA_WWW;
  if (!binary || !www) throw new Error('LISA_SERVER and LISA_WWW must name the server and the web folder');
  const folder = mkdtempSync(join(tmpdir(), 'lisa-e2e-'));
  const db = join(folder, 'demo.db');
  execFileSync(binary, ['demo', '--db', db, '--assets', 'assets/demo']);
  const password = /Lösenord\s+(\S+)/.exec(readFileSync(`${db}.sign-in.txt`, 'utf8'))[1];
  const port = await freePort();
  let child;
  const start = async () => {
    child = spawn(binary, ['serve', '--db', db, '--www', www, '--port', String(port), ...options], { stdio: ['ignore', 'ignore', 'ignore'] });
    await until('the server', async () => (await fetch(`http://127.0.0.1:${port}/api/health`)).ok);
  };
  await start();
  const ended = () => new Promise((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve()));
  return {
    url: `http://127.0.0.1:${port}`,
    password,
    start,
    kill: async () => { child.kill('SIGKILL'); await ended(); },
    stop: async () => { child.kill('SIGTERM'); await ended(); rmSync(folder, { recursive: true, force: true }); },
  };
}
