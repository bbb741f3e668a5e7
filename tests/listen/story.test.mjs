// What somebody hears who cannot see: signs in, finds a record, changes it and listens to its history.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { startServer } from '../e2e/lib/server.mjs';
import { sitDown } from './desk.mjs';

const kNothingButARole = /^(push button|link|entry|check box|page tab|combo box)\.?$/;

for (const [view, query] of [['drawn', ''], ['as text', '?vy=text']])
  describe(`A5 WCAG 4.1.2 with a screen reader, Lisa ${view}`, () => {
    let server, desk;
    before(async () => {
      server = await startServer();
      desk = await sitDown(server.url + '/' + query);
    });
    after(async () => {
      if (process.env.LISA_HEARD) writeFileSync(`${process.env.LISA_HEARD}.${view.replace(' ', '-')}.txt`, desk.heard().join('\n') + '\n');
      desk?.close();
      await server?.stop();
    });

    test('one signs in, finds a record, changes it, and hears its history', async () => {
      await desk.lettersAreTyped();
      await desk.walkTo(/^Användarnamn entry/, 'shift+Tab');
      await desk.type('agare');
      await desk.walkTo(/^Lösenord password text/);
      await desk.type(server.password);
      desk.press('Return');
      await desk.hears(/^Ska Lisa fungera utan nät.* heading level 1/);
      await desk.walkTo(/^Ja, det här är min arbetsdator push button/);
      desk.press('Return');
      await desk.hears(/Mitt Lisa/);

      desk.press('ctrl+k');
      await desk.hears(/^Sök.* entry/);
      await desk.type('i-0128');
      await desk.hears(/^1 av /);
      await desk.rests();
      desk.press('Return');
      await desk.hears(/^Elevregister.* heading level 1/);

      await desk.walkTo(/^Översikt page tab/);
      await desk.walkTo(/^Redigera page tab/, 'Right');
      await desk.walkTo(/^Beskrivning entry/);
      desk.press('ctrl+a');
      await desk.type('Hort av en lasare.');
      desk.press('ctrl+s');
      await desk.hears(/^Elevregister.* heading level 1/);

      await desk.walkTo(/^Översikt page tab/);
      await desk.walkTo(/^Historik page tab/, 'Right');
      await desk.walkTo(/Hort av en lasare/, 'Down');

      assert.deepEqual(desk.heard().filter((words) => kNothingButARole.test(words)), [], 'what was heard had names');
    });
  });
