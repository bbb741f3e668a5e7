// An owner's day in WebKit, read as text because the address asks for it.
import { startWebKit } from './lib/webkit.mjs';
import { tellOwnersStory } from './lib/owner_story.mjs';

tellOwnersStory(startWebKit, { isText: true, query: '?vy=text' });
