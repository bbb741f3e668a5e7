// The numbers of the bench: what each is, its unit, what it is compared with, and its budget. `most` bounds the value,
// `leastRatio` the value divided by its reference; a row without a budget is there to be compared with the run before.

export const kRows = [
  { id: 'load.bytes', what: 'First load, all files, brotli', unit: 'kB', beside: 'budget', most: 350 },
  { id: 'load.signin', what: 'Navigation to sign-in page', unit: 'ms', beside: 'empty page' },
  { id: 'load.interactive', what: 'Sign-in to interactive, 600 assets', unit: 'ms', beside: 'empty page' },
  { id: 'wasm.memory', what: 'Memory of the program, 600 assets', unit: 'MB', beside: 'at its start' },
  { id: 'idle.frames', what: 'Frames in 10 idle seconds', unit: '', beside: 'none', most: 0 },
  { id: 'frame.browser', what: 'Frame while scrolling, 600 rows, Chromium', unit: 'ms', beside: 'clearing a canvas', most: 4 },
  { id: 'mirror.600', what: 'Mirror of 600 visible elements, a changed frame, Chromium', unit: 'ms', beside: 'clearing a canvas', most: 2 },
  { id: 'frame.600', what: 'Frame while scrolling, 600 rows, native', unit: 'ms', beside: 'empty frame', most: 4 },
  { id: 'frame.100000', what: 'Frame while scrolling, 100,000 rows, native', unit: 'ms', beside: 'empty frame', most: 4 },
  { id: 'pull.600', what: 'Frame after a pull, 600 rows, native', unit: 'ms', beside: 'scrolling' },
  { id: 'pull.100000', what: 'Frame after a pull, 100,000 rows, native', unit: 'ms', beside: 'scrolling' },
  { id: 'apply', what: 'apply()', unit: '/s', beside: 'copying the record' },
  { id: 'filter', what: 'A keystroke in the filter, 10,000 assets', unit: 'ms', beside: 'one byte in the texts' },
  { id: 'import', what: 'Import of 10,000 rows, until the preview', unit: 's', beside: 'taking the text apart' },
  { id: 'inheritance', what: 'The class of every system', unit: 'ms', beside: 'visiting the links' },
  { id: 'requests.me', what: 'GET /api/me, 8 clients', unit: '/s', beside: 'bare cpp-httplib', leastRatio: 0.6 },
  { id: 'requests.history', what: "GET one record's history, 8 clients", unit: '/s', beside: 'bare cpp-httplib', leastRatio: 0.6 },
  { id: 'requests.current', what: 'GET /api/changes, nothing new, 8 clients', unit: '/s', beside: 'bare cpp-httplib', leastRatio: 0.6 },
  { id: 'requests.page', what: 'GET /api/changes, 20 records, 8 clients', unit: '/s', beside: 'bare cpp-httplib', leastRatio: 0.6 },
  { id: 'pushes.8', what: 'Acknowledged changes, 8 clients', unit: '/s', beside: 'bare SQLite', leastRatio: 0.6 },
  { id: 'pushes.32', what: 'Acknowledged changes, 32 clients', unit: '/s', beside: 'bare SQLite', leastRatio: 0.6 },
  { id: 'joins.returning', what: '300 come back at once, p99', unit: 'ms', beside: 'bare cpp-httplib' },
  { id: 'joins.returning.refused', what: '300 come back at once, refused', unit: '', beside: 'none', most: 0 },
  { id: 'joins.new', what: '300 new at once, first page, p99', unit: 'ms', beside: 'bare cpp-httplib' },
  { id: 'joins.new.refused', what: '300 new at once, refused', unit: '', beside: 'none', most: 0 },
  { id: 'sync.seconds', what: 'First sync of 10,000 records', unit: 's', beside: 'parse_json alone' },
  { id: 'sync.bytes', what: 'First sync of 10,000 records, on the wire', unit: 'kB', beside: 'as plain JSON' },
  { id: 'asof.seconds', what: 'All of a day, 10,000 records', unit: 's', beside: 'first sync' },
  { id: 'server.memory', what: 'Memory of the server, at most', unit: 'MB', beside: 'just after start' },
];

/** The groups, and the rows that each must bring. */
export const kGroups = {
  load: ['load.bytes', 'load.signin', 'load.interactive'],
  screen: ['wasm.memory', 'idle.frames', 'frame.browser', 'mirror.600'],
  frames: ['frame.600', 'frame.100000', 'pull.600', 'pull.100000'],
  apply: ['apply'],
  method: ['filter', 'import', 'inheritance'],
  server: kRows.map(({ id }) => id).filter((id) => /^(requests|pushes|joins|sync|asof|server)\./.test(id)),
};
