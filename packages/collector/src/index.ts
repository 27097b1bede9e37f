import { archiveQueue } from './archive/archiveQueue.ts';
import { createApp } from './createApp.ts';

export { Offer } from './offer/Offer.ts';
export { Profile } from './profile/Profile.ts';
export { SiteDesk } from './desk/SiteDesk.ts';
export { SiteShard } from './shard/SiteShard.ts';

export default { fetch: createApp().fetch, queue: archiveQueue };
