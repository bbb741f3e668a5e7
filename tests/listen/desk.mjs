// A desk with a keyboard and a screen reader: Orca reads what Firefox shows, and says it to a file instead of aloud.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../e2e/lib/until.mjs';

const kBusLauncher = '/usr/libexec/at-spi-bus-launcher';
const kBreathMs = 1200;
const kLettersAreTyped = 'Structural navigation keys off';
const kPreferences = {
  'accessibility.force_disabled': -1,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'signon.rememberSignons': false,
  'webgl.force-enabled': true,
};

/** What Orca's log says was spoken, in order. */
const spoken = (log) => [...log.matchAll(/SPEECH OUTPUT: '(.*?)'\s*(?:\{|$)/gm)].map(([, words]) => words.trim()).filter(Boolean);

/**
 * Needs a screen and a message bus of its own: run it under xvfb-run and dbus-run-session.
 * @param {string} url that Firefox opens
 * @returns {Promise<{press: (key: string) => void, type: (text: string) => Promise, lettersAreTyped: () => Promise, rests: () => Promise, hears: (what: RegExp) => Promise<string[]>,
 *   walkTo: (what: RegExp, key?: string) => Promise<void>, heard: () => string[], close: () => void}>}
 */
export async function sitDown(url) {
  const folder = mkdtempSync(join(tmpdir(), 'lisa-listen-'));
  const log = join(folder, 'orca.out');
  writeFileSync(join(folder, 'user.js'), Object.entries(kPreferences).map(([name, value]) => `user_pref("${name}", ${value});\n`).join(''));
  const env = { ...process.env, GNOME_ACCESSIBILITY: '1', LIBGL_ALWAYS_SOFTWARE: '1' };
  const started = [];
  const start = (program, ...words) => started.unshift(spawn(program, words, { env, stdio: 'ignore' }));
  const everything = () => (existsSync(log) ? spoken(readFileSync(log, 'utf8')) : []);
  let from = 0;
  const since = () => everything().slice(from);
  const key = (...words) => {
    from = everything().length;
    execFileSync('xdotool', words);
  };
  const desk = {
    /** Presses a key, as xdotool names it. What is heard is counted from here. */
    press: (name) => key('key', '--clearmodifiers', name),
    /** Types, when all has been said: until then Orca may take letters for commands. */
    async type(text) {
      await desk.rests();
      key('type', '--delay', '40', text);
    },
    /** Letters are for the program from here on, and no longer commands to the screen reader. */
    async lettersAreTyped() {
      // Orca takes its own keys only once it has taken in the page.
      for (let tries = 0; tries < 5 && !since().some((words) => words.startsWith(kLettersAreTyped)); ++tries) {
        key('keydown', 'Insert', 'key', 'z', 'keyup', 'Insert');
        await desk.rests();
      }
      await desk.hears(new RegExp(`^${kLettersAreTyped}`));
    },
    async rests() {
      for (let before = -1, now = everything().length; now !== before; await pause(kBreathMs)) [before, now] = [now, everything().length];
    },
    /** Waits until something like it was said since the last key. */
    hears: (what) => until(`to hear ${what}; heard: ${since().join(' | ')}`, () => (since().some((words) => what.test(words)) ? since() : undefined)),
    /** Presses a key again and again until something like it is said. */
    async walkTo(what, name = 'Tab') {
      const passed = [];
      for (let step = 0; step < 80; ++step) {
        desk.press(name);
        // The name of the key is said at once, and where it led somewhat later.
        for (let waited = 0; waited < 40 && since().length < 2; ++waited) await pause(100);
        await desk.rests();
        if (since().some((words) => what.test(words))) return;
        passed.push(...since());
      }
      throw new Error(`${name} never came to ${what}; heard: ${passed.join(' | ')}`);
    },
    heard: everything,
    close() {
      for (const program of started) program.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  start(kBusLauncher, '--launch-immediately');
  await pause(1000);
  start('orca', '--replace', '--debug-file', log);
  await until('Orca to start', () => existsSync(log));
  start(process.env.FIREFOX || 'firefox-esr', '--no-remote', '--profile', folder, url);
  await until('Firefox to be read', () => everything().some((words) => /^Finished loading .*Lisa/.test(words)));
  await desk.rests();
  return desk;
}
