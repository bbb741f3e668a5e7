// Requests to Lisa's own server.

const kTimeoutMs = 30000;
const SAFE = new Set(['GET', 'HEAD']);

/**
 * @param {string} method
 * @param {string} path
 * @param {BodyInit|null|undefined} body JSON
 * @param {Record<string, string>=} more headers
 * @returns {Promise<{status: number, bytes: Uint8Array}>} status 0 if no answer came
 */
export async function send(method, path, body, more = {}) {
  // The header tells the server that a page of ours asks: no other site can send it.
  const headers = SAFE.has(method) ? {} : { 'X-Lisa': '1', 'Content-Type': 'application/json' };
  try {
    const reply = await fetch(path, {
      method, headers: { ...headers, ...more }, body: SAFE.has(method) ? undefined : body || undefined,
      credentials: 'same-origin', cache: 'no-store', redirect: 'error', signal: timeout(kTimeoutMs),
    });
    return { status: reply.status, bytes: new Uint8Array(await reply.arrayBuffer()) };
  } catch {
    return { status: 0, bytes: new Uint8Array() };
  }
}

/** What is sent, as RFC 9530 says it, so that the server notices a file that did not come whole. */
async function digestOf(bytes) {
  if (!bytes || !crypto.subtle) return '';
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha-256=:${btoa(String.fromCharCode(...digest))}:`;
}

/**
 * Sends bytes, or fetches them when there are none to send; fetch() does not tell how far it has come.
 * @param {string} method
 * @param {string} path
 * @param {Uint8Array|null} bytes
 * @param {(percent: number) => void} part
 * @returns {Promise<{status: number, bytes: Uint8Array}>} status 0 if no answer came, or nothing moved for a while
 */
export async function transfer(method, path, bytes, part) {
  const digest = await digestOf(bytes);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let patience;
    const stir = () => {
      clearTimeout(patience);
      patience = setTimeout(() => request.abort(), kTimeoutMs);
    };
    const end = (status) => {
      clearTimeout(patience);
      resolve({ status, bytes: new Uint8Array(status ? request.response ?? 0 : 0) });
    };
    const moved = ({ lengthComputable, loaded, total }) => {
      stir();
      if (lengthComputable && total > 0) part(Math.floor((100 * loaded) / total));
    };
    request.open(method, path);
    request.responseType = 'arraybuffer';
    if (bytes) {
      request.setRequestHeader('X-Lisa', '1');
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      if (digest) request.setRequestHeader('Content-Digest', digest);
      request.upload.onprogress = moved;
    } else {
      request.onprogress = moved;
    }
    request.onload = () => end(request.status);
    request.onerror = () => end(0);
    request.onabort = () => end(0);
    stir();
    request.send(bytes);
  });
}

function timeout(ms) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms);
  return controller.signal;
}

/** The same with JSON both ways; `json` is undefined if the answer was none. */
export async function sendJson(method, path, json, more) {
  const { status, bytes } = await send(method, path, json && JSON.stringify(json), more);
  const text = new TextDecoder().decode(bytes);
  try {
    return { status, text, json: JSON.parse(text) };
  } catch {
    return { status, text, json: undefined };
  }
}
