// The pages that end with a session: signing in, and choosing a password by a link that works once.

import { setProblem } from './field.js';
import { word } from './language.js';
import { sendJson } from './net.js';
import { showPage } from './pages.js';

const $ = (id) => document.getElementById(id);
const kShortestPassword = 12;

/** The sign-in page. @param {string} why the word for why one is here, or '' @returns {Promise<{me: object, text: string}>} */
export function signIn(why) {
  const user = $('user');
  const password = $('password');
  setNotice($('signin-notice'), why);
  sendJson('GET', '/api/health').then(({ json }) => {
    $('demo').hidden = !json?.demo;
    $('open-reports').hidden = !json?.open_reports;
  });
  showPage('signin', user);
  return whenSent($('signin-form'), [user, password], async () => {
    const { status, json, text } = await sendJson('POST', '/api/session', { username: user.value.trim(), password: password.value });
    if (status === 200) return { me: json, text };
    // Which of the two was wrong is nobody's business.
    if (status === 401) setProblem(password, 'shell.problem.sign_in');
    else explain(status, json, password, $('signin-notice'));
    password.select();
    return undefined;
  });
}

/** The page of a one-time link. @param {string} token @returns {Promise<{me: object, text: string}>} */
export function choosePassword(token) {
  const password = $('new-password');
  setNotice($('welcome-notice'), '');
  showPage('welcome', password);
  return whenSent($('welcome-form'), [password], async () => {
    if ([...password.value].length < kShortestPassword) {
      setProblem(password, 'shell.problem.password_short');
      password.focus();
      return undefined;
    }
    const { status, json, text } = await sendJson('POST', '/api/password', { token, password: password.value });
    if (status === 200) return { me: json, text };
    explain(status, json, password, $('welcome-notice'));
    password.focus();
    return undefined;
  });
}

function setNotice(element, key, values) {
  element.textContent = key ? word(key, values) : '';
  element.hidden = !key;
}

/** What the server may object to, and whether it is said beside the field. */
const OBJECTIONS = {
  'problem.link_used': { key: 'shell.problem.link_used' },
  'problem.password_short': { key: 'shell.problem.password_short', isOfField: true },
  'problem.password_common': { key: 'shell.problem.password_common', isOfField: true },
};

function explain(status, json, field, notice) {
  const objection = OBJECTIONS[json?.problem];
  if (status === 429) setNotice(notice, 'shell.problem.too_many', { seconds: json?.retry_s ?? 60 });
  else if (status === 0) setNotice(notice, 'shell.problem.no_network');
  else if (status === 400 && objection?.isOfField) setProblem(field, objection.key);
  else setNotice(notice, status === 400 && objection ? objection.key : 'shell.problem.server');
}

/** Waits until the form was sent with every field filled and `attempt` gave a session. */
function whenSent(form, fields, attempt) {
  return new Promise((resolve) => {
    form.onsubmit = async (event) => {
      event.preventDefault();
      const button = form.querySelector('[type=submit]');
      if (button.getAttribute('aria-disabled') === 'true') return;
      for (const field of fields) setProblem(field, field.value.trim() ? '' : `shell.problem.${field.id}_missing`);
      const empty = fields.find((field) => !field.value.trim());
      if (empty) {
        empty.focus();
        return;
      }
      button.setAttribute('aria-disabled', 'true');
      const session = await attempt();
      button.removeAttribute('aria-disabled');
      if (!session) return;
      for (const field of fields) field.value = '';
      resolve(session);
    };
  });
}
