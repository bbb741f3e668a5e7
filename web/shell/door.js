// The functions that the program calls (platform/browser.cpp): each gets a ticket, a number, a text and bytes, and answers
// later by program.answer(ticket, number, parts), never at once.

import { announce } from './announce.js';
import { copy } from './clipboard.js';
import { showLanguage } from './language.js';
import { listen } from './stream.js';
import { send, sendJson, transfer } from './net.js';
import { poll } from './poll.js';
import { unpack } from './packed.js';
import { fetchWords } from './program.js';
import { leave } from './session.js';
import { stats } from './stats.js';
import { withView } from './view.js';

const firstWord = (text) => {
  const space = text.indexOf(' ');
  return [text.slice(0, space), text.slice(space + 1)];
};

/** Counts what takes its time as unanswered, until whatever the program asks in taking the answer is counted too. */
const counted = (call) => (...what) => {
  const answered = call(...what);
  if (!(answered instanceof Promise)) return;
  stats.unanswered += 1;
  answered.finally(() => (stats.unanswered -= 1));
};

/** Number and bytes by turns, as pairs. */
function numbered(parts) {
  const decoder = new TextDecoder();
  return Array.from({ length: parts.length / 2 }, (_pair, at) => [Number(decoder.decode(parts[2 * at])), parts[2 * at + 1]]);
}

/**
 * @param {import('./program.js').Program} program
 * @param {{person: string, choices: import('./personal.js').Choices, drafts: import('./drafts.js').Drafts, outbox: import('./outbox.js').Outbox, cache: import('./cache.js').Cache}} session
 */
export function makeDoor(program, { person, choices, drafts, outbox, cache }) {
  const signOut = (why) => leave(person, why);
  let watch;
  const numbers = (text) => text.split(',').filter(Boolean).map(Number);
  const calls = {
    async send(ticket, _number, line, body) {
      const [method, path] = firstWord(line);
      const { status, bytes } = await send(method, path, body);
      program.answer(ticket, status, [bytes]);
      if (status === 401 && !path.startsWith('/api/session')) signOut('expired');
    },
    async transfer(ticket, _number, line, body) {
      const [method, path] = firstWord(line);
      let last = 0;
      const { status, bytes } = await transfer(method, path, body, (percent) => {
        if (percent > last) program.answer(ticket, -1, [String((last = percent))]);
      });
      program.answer(ticket, status, [bytes]);
      if (status === 401) signOut('expired');
    },
    listen(ticket, _number, path) {
      listen(path, person, {
        event: (data) => program.answer(ticket, 2, [data]),
        state: (isOpen) => {
          program.answer(ticket, isOpen ? 1 : 0);
          if (isOpen) choices.send();
        },
        expired: () => signOut('expired'),
      });
    },
    watch(ticket, _number, path) {
      watch?.stop();
      watch = path ? poll(() => sendJson('GET', path), ({ status, text }) => {
        program.answer(ticket, status, [text]);
        if (status === 401) signOut('expired');
      }) : undefined;
    },

    outbox_append: async (ticket, _number, _text, bytes) => program.answer(ticket, 1, (await outbox.append(unpack(bytes ?? new Uint8Array()))).map(String)),
    outbox_replace: async (ticket, _number, _text, bytes) => program.answer(ticket, (await outbox.replace(numbered(unpack(bytes ?? new Uint8Array())))) ? 1 : 0),
    outbox_remove: async (ticket, _number, list) => program.answer(ticket, (await outbox.remove(numbers(list))) ? 1 : 0),
    outbox_read: async (ticket) => program.answer(ticket, 1, await outbox.read()),
    outbox_watch: (ticket) => outbox.watch(() => program.answer(ticket, 1)),
    outbox_lock: async (ticket) => {
      await new Promise((work) => outbox.lock(ticket, work));
      program.answer(ticket, 1);
    },
    outbox_unlock: (ticket) => outbox.unlock(ticket),

    cache_append: (_ticket, _number, range, bytes) => cache.append(...range.split(' ').map(Number), bytes),
    cache_read: async (ticket) => program.answer(ticket, 1, await cache.read()),
    cache_clear: () => cache.clear(),

    address(_ticket, push, path) {
      const address = withView(path);
      if (address === location.pathname + location.search) return;
      if (push) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    },
    title: (_ticket, _number, text) => (document.title = text),
    ask_before_leaving: (_ticket, yes) => (window.onbeforeunload = yes ? (event) => event.preventDefault() : null),
    announce: (_ticket, urgent, text) => announce(text, Boolean(urgent)),
    copy: (_ticket, _number, text) => copy(text),
    download(_ticket, _number, line, bytes) {
      const [type, name] = firstWord(line);
      offerFile(name, new Blob(bytes ? [bytes] : [], { type }));
    },
    async read_file(ticket, node, most) {
      const element = program.elementOf(node);
      const file = element?.files?.[0];
      // So that choosing the same file again, perhaps mended, is noticed.
      if (element) element.value = '';
      const bytes = await file?.slice(0, Number(most)).arrayBuffer().catch(() => undefined);
      program.answer(ticket, 1, file && bytes ? [file.name, new Uint8Array(bytes)] : []);
    },
    drafts_keep: (_ticket, _number, text) => drafts.keep(text),
    drafts_read: async (ticket) => program.answer(ticket, 1, [await drafts.read()]),
    remember: (_ticket, _number, line) => choices.set(...firstWord(line)),
    sign_out: (_ticket, _number, why) => signOut(why),
    language: (_ticket, _number, tag) => showLanguage(tag),
    words: async (ticket, _number, name) => program.answer(ticket, 1, await fetchWords(name).then((bytes) => [bytes], () => [])),
  };
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, counted(call)]));
}

function offerFile(name, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
