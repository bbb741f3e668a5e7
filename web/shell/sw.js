// Starts Lisa without network: keeps this version's files, and never touches /api/.

const BASE = '@BASE@';
const FILES = @FILES@;
const kCache = `lisa ${BASE}`;
const kPatienceMs = 3000;

self.addEventListener('install', (event) => {
  const keep = async () => {
    const cache = await caches.open(kCache);
    await cache.addAll(FILES.map((path) => new Request(path, { cache: path.startsWith(BASE) ? 'default' : 'reload' })));
    await self.skipWaiting();
  };
  event.waitUntil(keep());
});

self.addEventListener('activate', (event) => {
  const tidy = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith('lisa ') && name !== kCache).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return;
  // The pages of a workshop and of open reports are others than Lisa's, and what is kept here is no use to them.
  if (pathname.startsWith('/verkstad') || pathname.startsWith('/anmal')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (pathname.startsWith('/static/')) event.respondWith(file(request));
});

/** The newest page, or the one kept when the network does not answer in time. */
async function page(request) {
  const kept = (await caches.open(kCache)).match('/');
  const slow = new Promise((resolve) => setTimeout(resolve, kPatienceMs));
  const fetched = fetch(request);
  fetched.catch(() => {});
  const first = await Promise.race([fetched.catch(() => undefined), slow]);
  // A gateway's "try again later" is no better than no answer.
  if (first && first.status < 500) return first;
  return (await kept) ?? first ?? fetched;
}

/** A file never changes under its address. */
async function file(request) {
  return (await (await caches.open(kCache)).match(request, { ignoreVary: true })) ?? fetch(request);
}
