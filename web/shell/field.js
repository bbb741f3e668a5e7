// Fields of the plain pages: their problems beside them, and passwords that one may look at.

import { word } from './language.js';

/** Says what is wrong with a field, or takes it back. @param {HTMLInputElement} input @param {string} key of a word, or '' */
export function setProblem(input, key, values) {
  const line = document.getElementById(`${input.id}-problem`);
  line.textContent = key ? word(key, values) : '';
  line.hidden = !key;
  if (key) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
}

/** Lets the button beside a password show it. */
export function listenToEye(button) {
  const input = document.getElementById(button.getAttribute('aria-controls'));
  button.addEventListener('click', () => {
    const shows = input.type === 'password';
    input.type = shows ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(shows));
  });
  // A password in plain sight is not sent: password managers would take the field for another.
  input.form.addEventListener('submit', () => {
    input.type = 'password';
    button.setAttribute('aria-pressed', 'false');
  }, { capture: true });
}
