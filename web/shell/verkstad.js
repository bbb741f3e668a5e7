// The page of a workshop's participants (K6): a code, then the questions as they come. No account, no name, no program.

import { showChoices } from './choices.js';
import { setProblem } from './field.js';
import { language, showLanguage, word } from './language.js';
import { sendJson } from './net.js';
import { poll } from './poll.js';

const $ = (id) => document.getElementById(id);
const kToken = 'lisa.ballot';
const kDigits = 6;

let questions;
/** The question that the form asks: its aspect and round. */
let asked = '';
let polling;

const token = () => sessionStorage.getItem(kToken) ?? '';
const ask = (method, path, json) => sendJson(method, path, json, { 'X-Lisa-Ballot': token() });

function make(tag, text, attributes = {}) {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Says what happens; a screen reader reads it out. */
function tell(key, values) {
  const text = key ? word(key, values) : '';
  if ($('status').textContent !== text) $('status').textContent = text;
}

function show(part) {
  $('join').hidden = part !== 'join';
  $('question').hidden = part !== 'question';
  $('secret').hidden = part === '';
}

const levelName = (level) => `${level} – ${questions.levels[level]}`;

/** One question with its answers; "do not know" is an answer too. */
function harmFields({ name, question, means }, index) {
  const group = make('fieldset', '', { id: `harm${index}`, role: 'radiogroup', 'aria-describedby': `harm${index}-help harm${index}-problem` });
  group.append(make('legend', name), make('p', question, { id: `harm${index}-help`, class: 'help' }));
  for (const value of [...questions.levels.keys(), 'none']) {
    const label = make('label', '', { class: 'choice' });
    const words = make('span', value === 'none' ? word('shell.workshop.no_opinion') : levelName(value));
    if (means[value]) words.append(' ', make('small', means[value]));
    label.append(make('input', '', { type: 'radio', name: `harm${index}`, value }), words);
    group.append(label);
  }
  const problem = make('p', '', { id: `harm${index}-problem`, class: 'problem' });
  problem.hidden = true;
  group.append(problem);
  return group;
}

const chosen = (index) => document.querySelector(`input[name=harm${index}]:checked`)?.value;

/** Writes the questions of an aspect, with the vote that was given already. */
function writeQuestions(aspect, mine) {
  $('harms').replaceChildren(...aspect.harms.map(harmFields));
  mine?.forEach((level, index) => (document.querySelector(`input[name=harm${index}][value="${level ?? 'none'}"]`).checked = true));
}

/** How the votes on one kind of harm fell: the levels that somebody chose, and the one in the middle. */
function spreadOf({ counts, no_opinion, median }, index, aspect) {
  const part = make('div');
  const list = make('ul');
  counts.forEach((count, level) => count && list.append(make('li', `${levelName(level)}: ${count}`)));
  if (no_opinion) list.append(make('li', `${word('shell.workshop.no_opinion')}: ${no_opinion}`));
  part.append(make('h4', aspect.harms[index].name), list,
    make('p', median === null ? word('shell.workshop.nobody') : word('shell.workshop.median', { level: levelName(median) }), { class: 'median' }));
  return part;
}

function showVoting(state, aspect) {
  const question = `${state.aspect} ${state.round}`;
  const isNew = asked !== question;
  const isSameAspect = asked.startsWith(`${state.aspect} `);
  if (isNew && !isSameAspect) writeQuestions(aspect, state.mine);
  $('ballot').hidden = false;
  $('result').hidden = true;
  $('send').textContent = word(state.mine ? 'shell.workshop.change' : 'shell.workshop.send');
  if (state.mine) tell('shell.workshop.received');
  else tell(state.round > 1 ? 'shell.workshop.again' : '');
  if (isNew) $('aspect').focus();
  asked = question;
}

function showResult(state, aspect) {
  $('ballot').hidden = true;
  $('result').hidden = false;
  $('spread').replaceChildren(...state.rounds[state.aspect].at(-1).map((spread, index) => spreadOf(spread, index, aspect)));
  tell('shell.workshop.shown');
}

function showState(state) {
  if (state.phase === 'ended') return leave('shell.workshop.ended');
  if (state.phase === 'lobby') {
    show('lobby');
    return tell('shell.workshop.lobby');
  }
  const aspect = questions.aspects[state.aspect];
  show('question');
  $('aspect').textContent = aspect.name;
  $('progress').textContent = [word('shell.workshop.aspect', { number: state.aspect + 1, count: questions.aspects.length }),
    ...(state.phase === 'voting' ? [word('shell.workshop.voted', state)] : [])].join('. ');
  return state.phase === 'voting' ? showVoting(state, aspect) : showResult(state, aspect);
}

/** The workshop is over for this page; another code may be given. */
function leave(why) {
  polling?.stop();
  sessionStorage.removeItem(kToken);
  asked = '';
  show(why === 'shell.workshop.ended' ? '' : 'join');
  tell(why);
  document.querySelector('h1').focus();
}

function take({ status, json }) {
  if (status === 200 && json) showState(json);
  else if (status === 404) leave('shell.workshop.interrupted');
  else tell('shell.workshop.no_contact');
}

function follow() {
  polling?.stop();
  polling = poll(() => ask('GET', '/api/ballot'), take);
}

/** What went wrong with a code, in words beside the field. */
function codeProblem({ status, json }) {
  if (status === 0) return ['shell.workshop.no_contact'];
  if (status === 429) return ['shell.problem.too_many', { seconds: json?.retry_s ?? 60 }];
  if (status === 404) return ['shell.workshop.code_unknown'];
  return [json?.problems?.[0]?.message === 'problem.workshop_full' ? 'shell.workshop.full' : 'shell.problem.server'];
}

async function join(event) {
  event?.preventDefault();
  const field = $('code');
  const code = field.value.replace(/\D/g, '');
  const answer = code.length === kDigits ? await sendJson('POST', '/api/ballot/join', { code }) : undefined;
  setProblem(field, '');
  if (answer?.status === 200) {
    sessionStorage.setItem(kToken, answer.json.token);
    field.value = '';
    return follow();
  }
  setProblem(field, ...(answer ? codeProblem(answer) : ['shell.workshop.code_missing']));
  return field.focus();
}

async function vote(event) {
  event.preventDefault();
  const [aspect, round] = asked.split(' ').map(Number);
  const answers = questions.aspects[aspect].harms.map((_harm, index) => chosen(index));
  answers.forEach((answer, index) => setProblem($(`harm${index}`), answer === undefined ? 'shell.workshop.unanswered' : ''));
  const open = answers.indexOf(undefined);
  if (open >= 0) return document.querySelector(`input[name=harm${open}]`).focus();
  const answer = await ask('POST', '/api/ballot', { aspect, round, vote: answers.map((level) => (level === 'none' ? null : Number(level))) });
  if (answer.status !== 409) return take(answer);
  tell('shell.workshop.closed');
  return polling.now();
}

/** The words of the questions; asked for until they come. */
async function fetchQuestions() {
  for (;;) {
    const { status, json } = await sendJson('GET', `/api/ballot/questions?lang=${language()}`);
    if (status === 200) return json;
    tell('shell.workshop.no_contact');
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
}

async function start() {
  showChoices();
  const wanted = new URLSearchParams(location.search).get('lang') ?? navigator.language;
  showLanguage(wanted.startsWith('sv') ? 'sv' : 'en');
  document.title = `${word('shell.workshop.title')} – ${word('shell.name')}`;
  $('join').onsubmit = join;
  $('ballot').onsubmit = vote;
  const code = /^\/verkstad\/(\d{6})$/.exec(location.pathname)?.[1];
  // The code must not stay in the history.
  history.replaceState(null, '', `/verkstad${location.search}`);
  questions = await fetchQuestions();
  tell('');
  $('security').textContent = questions.security;
  show('join');
  if (token()) follow();
  else if (code) {
    $('code').value = code;
    await join();
  } else $('code').focus();
}

start();
