// An owner's day in WebKit.
import { startWebKit } from './lib/webkit.mjs';
import { tellOwnersStory } from './lib/owner_story.mjs';

tellOwnersStory(startWebKit);
