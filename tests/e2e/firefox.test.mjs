// An owner's day in Firefox.
import { startFirefox } from './lib/firefox.mjs';
import { tellOwnersStory } from './lib/owner_story.mjs';

tellOwnersStory(() => startFirefox());
