// The server's event stream. One tab of the browser listens for all: browsers allow few connections to one server.

import { send } from './net.js';

const kShortestPauseMs = 1000;
const kLongestPauseMs = 60000;

/**
 * @param {string} path
 * @param {string} person only tabs of the same person share a stream
 * @param {{event: (data: string) => void, state: (isOpen: boolean) => void, expired: () => void}} heard
 */
export function listen(path, person, heard) {
  const channel = new BroadcastChannel(`lisa events ${person}`);
  let isLeader = false;
  let isOpen = false;
  const tell = (message) => {
    hear(message);
    channel.postMessage(message);
  };
  const hear = ({ data, open }) => {
    if (data !== undefined) heard.event(data);
    else if (open !== isOpen) heard.state((isOpen = open));
  };
  channel.onmessage = ({ data: message }) => {
    if (message === 'who?') return isLeader && channel.postMessage({ open: isOpen });
    return hear(message);
  };
  const lead = () => new Promise(() => {
    isLeader = true;
    connect(path, tell, heard.expired);
  });
  if (navigator.locks) {
    navigator.locks.request(`lisa events ${person}`, lead);
    channel.postMessage('who?');
  } else {
    lead();
  }
}

function connect(path, tell, expired) {
  let failures = 0;
  let waiting;
  let source;
  const open = () => {
    clearTimeout(waiting);
    source?.close();
    source = new EventSource(path);
    source.onopen = () => {
      failures = 0;
      tell({ open: true });
    };
    source.onmessage = ({ data }) => tell({ data });
    source.onerror = async () => {
      const wasRefused = source.readyState === EventSource.CLOSED;
      source.close();
      tell({ open: false });
      const pause = Math.min(kShortestPauseMs * 2 ** failures, kLongestPauseMs);
      failures += 1;
      clearTimeout(waiting);
      waiting = setTimeout(open, pause * (0.5 + Math.random()));
      if (wasRefused && (await send('GET', '/api/me')).status === 401) expired();
    };
  };
  window.addEventListener('online', open);
  window.addEventListener('pagehide', () => source?.close());
  open();
}
