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
