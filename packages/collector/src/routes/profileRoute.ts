import type { Compiled } from '@tactful/protocol';
import { docs } from '#docs';
import type { AppContext } from '../AppEnv.ts';
import { signUserTag } from '../identity/userTag.ts';
import { meetUser } from '../profile/meetUser.ts';
import { profileAnswer } from '../profile/profileAnswer.ts';
import { profileStub } from '../profile/profileStub.ts';
import { termsOf, type ProfileTerms } from '../profile/ProfileTerms.ts';
import { route } from './route.ts';
import { VISITOR_HEADER } from './userGuard.ts';

/** A device that turns its pages asks once in this time; what happened elsewhere is known after it. */
const FRESH_SECONDS = 30;
const NONE: ProfileTerms = { attributes: new Set(), campaigns: new Map(), groups: {}, frequency: {} };

async function readTerms(c: AppContext): Promise<ProfileTerms> {
  const { id, version } = c.get('site');
  const { terms } = c.get('memory');
  const publication = `${id}/${version}`;
  const known = terms.get(publication);
  if (known) return known;
  const text = await c.get('stores').configs.compiled(id, version);
  return text === null ? NONE : terms.put(publication, termsOf(JSON.parse(text) as Compiled));
}

export const profileRoute = route({
  method: 'GET', path: '/v1/profile', who: 'user',
  docs: docs({
    does: 'What the devices of a signed-in user need to know of each other, at most 1 KiB: attributes that campaigns ask for, what was shown elsewhere and which waits run, arms. The visitor is this user’s from now on.',
    query: { key: 'public site key' }, answers: [200, 'ProfileAnswer'],
  }),
  async handle(c) {
    const site = c.get('site'), user = c.get('user'), visitor = c.get('visitor');
    const terms = await readTerms(c);
    const met = await meetUser(c.env, site, { visitor, user, now: Date.now() });
    const rows = await profileStub(c.env, site.id, user).read();
    const tag = met ? await signUserTag(c.env.SESSION_SECRET, { site: site.id, user, visitor }) : undefined;
    c.header('cache-control', `private, max-age=${FRESH_SECONDS}`);
    c.header('vary', `Authorization, ${VISITOR_HEADER}`, { append: true });
    return c.json(profileAnswer(rows, terms, { visitor, user: tag }));
  },
});
