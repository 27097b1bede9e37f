import { archiveQueue } from './archive/archiveQueue.ts';
import { createApp } from './createApp.ts';
import { trainAll } from './model/trainAll.ts';

export { Model } from './model/Model.ts';
export { Offer } from './offer/Offer.ts';
export { Profile } from './profile/Profile.ts';
export { SiteDesk } from './desk/SiteDesk.ts';
export { SiteShard } from './shard/SiteShard.ts';

export default {
  fetch: createApp().fetch, queue: archiveQueue,
  scheduled: ({ scheduledTime }: ScheduledController, env: Env): Promise<void> => trainAll(env, scheduledTime),
};
