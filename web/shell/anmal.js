// The page of open reports (H1). The form works without this script; with it nothing is lost when the network drops: a report that
// cannot be sent is kept on the device and sent again, with the key that lets the server know it from a new one.

import { showChoices } from './choices.js';

const kDatabase = 'lisa-anmal';
const kTable = 'waiting';
const kPatienceMs = 300_000;
const kFirstPauseMs = 2000;
const kLongestPauseMs = 60_000;

const $ = (id) => document.getElementById(id);
const form = $('report');

/** What is on its way: {key, address, fields: [name, text][], file}. */
let waiting;
/** Cuts off what is on its way. */
let underWay;
let retry;
let pause = kFirstPauseMs;
let isSending = false;

/** Runs something in the table of the device. Where there is none the report lives with the page. */
async function table(mode, act) {
  try {
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open(kDatabase, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(kTable, { keyPath: 'key' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    try {
      const work = database.transaction(kTable, mode);
      const request = act(work.objectStore(kTable));
      await new Promise((resolve, reject) => {
        work.oncomplete = resolve;
        work.onerror = work.onabort = () => reject(work.error);
      });
      return request.result;
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
}

const keep = (report) => table('readwrite', (store) => store.put(report));
const forget = (report) => table('readwrite', (store) => store.delete(report.key));

function tell(text) {
  if ($('status').textContent !== text) $('status').textContent = text;
}

/** Says beside a field what is wrong with it, or takes it back. */
function setProblem(name, text) {
  const line = $(`${name}-problem`);
  if (!line) return false;
  line.textContent = text;
  line.hidden = !text;
  if (text) $(name).setAttribute('aria-invalid', 'true');
  else $(name).removeAttribute('aria-invalid');
  return true;
}

function showProblems({ text = '', problems = [] } = {}) {
  const loose = problems.filter((problem) => !setProblem(problem.field, problem.text)).map((problem) => problem.text);
  tell([text || form.dataset.broken, ...loose].join(' '));
  const first = problems.find((problem) => $(problem.field));
  (first ? $(first.field) : $('status')).focus();
}

function showReceipt(code) {
  tell('');
  form.hidden = true;
  $('drop').hidden = true;
  $('receipt').hidden = false;
  $('code').textContent = code;
  const heading = document.querySelector('h1');
  heading.textContent = form.dataset.thanks;
  heading.focus();
}

/** Status and what the server said; 0 when no answer came. */
async function post(report) {
  const body = new FormData();
  for (const [name, text] of report.fields) body.append(name, text);
  if (report.file) body.append('file', report.file, report.file.name);
  const patience = new AbortController();
  underWay = patience;
  const timer = setTimeout(() => patience.abort(), kPatienceMs);
  try {
    const answer = await fetch(report.address, {
      method: 'POST', body, headers: { Accept: 'application/json' }, credentials: 'same-origin', cache: 'no-store', redirect: 'error', signal: patience.signal,
    });
    return { status: answer.status, json: await answer.json().catch(() => undefined) };
  } catch {
    return { status: 0, json: undefined };
  } finally {
    clearTimeout(timer);
  }
}

/** The form as it was when the report was sent, for what has to be corrected. A file cannot be put back by a script. */
function restore(report) {
  for (const [name, text] of report.fields) if (form.elements[name]) form.elements[name].value = text;
}

function wait(seconds) {
  tell(form.dataset.kept);
  $('drop').hidden = false;
  retry = setTimeout(send, seconds ? seconds * 1000 : pause);
  pause = Math.min(pause * 2, kLongestPauseMs);
}

async function send() {
  clearTimeout(retry);
  if (isSending || !waiting) return;
  const report = waiting;
  isSending = true;
  tell(form.dataset.sending);
  setBusy(true);
  const { status, json } = await post(report);
  isSending = false;
  if (waiting !== report) return send(); // Thrown away meanwhile; another one may have been written, and waits.
  if (status === 0 || status === 429 || status >= 500 || (status === 200 && !json?.code)) {
    wait(json?.retry_s);
    return;
  }
  waiting = undefined;
  setBusy(false);
  $('drop').hidden = true;
  await forget(report);
  if (status === 200) showReceipt(json.code);
  else {
    restore(report);
    showProblems(json);
  }
}

function setBusy(isBusy) {
  form.querySelector('[type=submit]').setAttribute('aria-disabled', String(isBusy));
}

/** The moment as the server writes moments: UTC, to the second. */
const moment = () => `${new Date().toISOString().slice(0, 19)}Z`;

async function submit(event) {
  event.preventDefault();
  if (waiting) return;
  for (const line of form.querySelectorAll('.problem')) setProblem(line.id.replace(/-problem$/, ''), '');
  const data = new FormData(form);
  const file = data.get('file');
  data.delete('file');
  const chosen = file instanceof File && file.name ? file : undefined;
  if (chosen && chosen.size > Number(form.dataset.limit)) return showProblems({ text: form.dataset.tooLarge, problems: [{ field: 'file', text: form.dataset.tooLarge }] });
  // What waits for the network was seen when it was written, not when it arrives.
  data.set('seen_at', moment());
  waiting = { key: String(data.get('key')), address: form.getAttribute('action'), fields: [...data].map(([name, text]) => [name, String(text)]), file: chosen };
  pause = kFirstPauseMs;
  await keep(waiting); // Before anybody is told so, who may then leave the page.
  return send();
}

function drop() {
  const report = waiting;
  waiting = undefined;
  underWay?.abort(); // What has not arrived shall not.
  clearTimeout(retry);
  tell('');
  setBusy(false);
  $('drop').hidden = true;
  form.querySelector('[name=name]').focus();
  return report && forget(report);
}

async function start() {
  form.addEventListener('submit', submit);
  $('drop').addEventListener('click', drop);
  addEventListener('online', () => void send());
  const kept = await table('readonly', (store) => store.getAll());
  if (waiting || !kept?.length) return;
  [waiting] = kept;
  await send();
}

showChoices();
if (form) start();
