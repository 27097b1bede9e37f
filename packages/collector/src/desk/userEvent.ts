import type { WebhookBody } from '@tactful/protocol';
import type { Delivery, Told } from '../outbox/outboxStore.ts';
import { profileStub } from '../profile/profileStub.ts';
import { createConfigStore } from '../store/configStore.ts';
import { createSiteStore } from '../store/siteStore.ts';

/** A conversion of a user that a server told of. */
export interface UserConversion { readonly user: string; readonly goal: string }

/** The beginning of all names that a desk has for rows of a user. */
export const refOfUser = (user: string): string => `${user}/`;
/** Under this name it waits. What a session tells has another beginning, so that none can be told first under the name of another. */
export const toldOfUser = ({ user, goal }: UserConversion): Told => ({ kind: 'conversion', event: `told_${user}_${goal}`, ref: refOfUser(user) + goal, session: null });

async function currencyOf(env: Env, site: string): Promise<string | undefined> {
  const found = await createSiteStore(env.DB).byId(site);
  return found ? (await createConfigStore(env.DB).facts(site, found.version))?.currency : undefined;
}

/** What a webhook tells of a conversion that a server told of; undefined where it is gone, or where a session has told it already. */
export async function userEvent(env: Env, site: string, { event, ref, at: told }: Delivery): Promise<WebhookBody | undefined> {
  const [user = '', goal = ''] = ref.split('/');
  const row = await profileStub(env, site, user).told(goal);
  if (!row) return undefined;
  const currency = row.mills === 0 ? undefined : await currencyOf(env, site);
  const { id, event: name, mills, at } = row;
  return {
    id: event, timestamp: new Date(told).toISOString(), site, type: 'conversion',
    data: { user, id, event: name, at, ...(mills === 0 ? {} : { value: mills / 1_000, ...(currency === undefined ? {} : { currency }) }) },
  };
}
