// An owner's day in a Firefox that cannot draw: Lisa comes as text by itself.
import { startFirefox } from './lib/firefox.mjs';
import { tellOwnersStory } from './lib/owner_story.mjs';

tellOwnersStory(() => startFirefox({ 'webgl.disabled': true }), { isText: true });
