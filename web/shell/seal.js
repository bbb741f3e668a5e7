// Seals what lies on the device. The key needs two halves: one that never leaves this browser, and one that the server
// gives to a person who is signed in and that is forgotten with the tab. A stolen profile alone opens nothing.

import { writeKeyOnce, writeKey } from './store.js';

const encoder = new TextEncoder();
const kNonceBytes = 12;

async function deviceKey() {
  const fresh = await crypto.subtle.importKey('raw', crypto.getRandomValues(new Uint8Array(32)), 'HKDF', false, ['deriveKey']);
  return writeKeyOnce('device', fresh);
}

/**
 * The seal of a person on this device, or undefined where the browser keeps nothing or has no cryptography
 * (a page that was not loaded securely).
 * @param {string} person
 * @param {string} half base64, from /api/me
 */
export async function openSeal(person, half) {
  if (!crypto.subtle || !half) return undefined;
  try {
    const salt = Uint8Array.from(atob(half), (letter) => letter.charCodeAt(0));
    const key = await crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt, info: encoder.encode(`lisa 1 ${person}`) },
      await deviceKey(), { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    return new Seal(key, person);
  } catch {
    return undefined;
  }
}

class Seal {
  #key;

  constructor(key, person) {
    this.#key = key;
    this.person = person;
  }

  /** @param {Uint8Array} bytes @param {string} about what they are, so that one thing cannot be passed off as another */
  async close(bytes, about) {
    const iv = crypto.getRandomValues(new Uint8Array(kNonceBytes));
    const sealed = await crypto.subtle.encrypt(this.#terms(iv, about), this.#key, bytes);
    return { iv, sealed };
  }

  /** The bytes, or undefined if they were sealed by somebody else or altered. */
  async open({ iv, sealed }, about) {
    try {
      return new Uint8Array(await crypto.subtle.decrypt(this.#terms(iv, about), this.#key, sealed));
    } catch {
      return undefined;
    }
  }

  #terms(iv, about) {
    return { name: 'AES-GCM', iv, additionalData: encoder.encode(about) };
  }
}

/** Whether this person lets Lisa keep registers on this device: 'yes', 'no' or undefined if never asked. */
export const consentName = (person) => `consent ${person}`;
/** @param {string} person @param {'yes'|'no'} answer */
export const writeConsent = (person, answer) => writeKey(consentName(person), answer);
