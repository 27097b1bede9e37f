import { goalId } from '@tactful/engine';
import { LIMITS, parseWith, userEventSchema, type EventsAnswer, type EventsBody, type IssueCode, type UserEvent } from '@tactful/protocol';
import { docs } from '#docs';
import { deskStub } from '../desk/deskStub.ts';
import type { UserConversion } from '../desk/userEvent.ts';
import { knownOf } from '../intake/keepKnown.ts';
import { userOf } from '../identity/userOf.ts';
import { applyJoins } from '../profile/applyJoins.ts';
import type { ToldEvent } from '../profile/Profile.ts';
import { profileStub } from '../profile/profileStub.ts';
import { moneyOf } from '../shard/moneyOf.ts';
import { readFacts } from '../store/readFacts.ts';
import { publicBodies } from './publicBodies.ts';
import { route } from './route.ts';

/** How far ahead the sender's clock may be. */
const AHEAD_MS = 300_000;

export const eventsRoute = route<EventsBody>({
  method: 'POST', path: '/v1/events', who: 'secret', body: { as: 'json', ...publicBodies.events },
  docs: docs({
    does: 'What users did elsewhere, and what is known of them: up to 20 entries, each idempotent by its `id` for its user. A conversion counts for the campaigns that the user met on whatever device; one order is one, wherever it is seen. A refused entry is answered by index, code and path; the others are taken. Answered once all of it is durable.',
    answers: [202, 'EventsAnswer'],
  }),
  async handle(c, { events }) {
    const now = Date.now();
    const site = c.get('site');
    const { currency, names } = await readFacts(c, site);
    const known = knownOf(names).events;
    const converts = (name: string): boolean => names.events.includes(name === 'refund' ? 'purchase' : name);
    const rejected: { index: number; code: string; path: string }[] = [];
    const converted: UserConversion[] = [];
    const byUser = new Map<string, { index: number; told: ToldEvent }[]>();
    const read = ({ id, at = now, name, props = {}, attributes }: UserEvent): ToldEvent | [code: IssueCode, path: string] => {
      if (at > now + AHEAD_MS || at < now - LIMITS.lateMs) return ['out_of_range', 'at'];
      if (name !== undefined && !known.has(name)) return ['unknown_event', 'name'];
      const moment = Math.min(at, now);
      const goal = name === undefined || !converts(name) ? undefined
        : { id: goalId(site.id, name, props.transaction_id ?? `#${id}`), event: name, ...moneyOf({ event: name, ...props }, currency), at: moment };
      return { id, at: moment, ...(goal && { goal }), ...(attributes && { attributes }) };
    };
    for (const [index, entry] of events.entries()) {
      const parsed = parseWith(userEventSchema, entry, LIMITS.bodyDepth);
      if (!parsed.ok) {
        const [{ code, path } = { code: 'invalid', path: '' }] = parsed.issues;
        rejected.push({ index, code, path });
        continue;
      }
      const told = read(parsed.value);
      if (Array.isArray(told)) {
        const [code, path] = told;
        rejected.push({ index, code, path });
        continue;
      }
      const user = await userOf(site, parsed.value.user);
      byUser.set(user, [...byUser.get(user) ?? [], { index, told }]);
    }
    await Promise.all([...byUser].map(async ([user, rows]) => {
      const { receipts, joins } = await profileStub(c.env, site.id, user).tell(rows.map(({ told }) => told), { site: site.id, now });
      await applyJoins(c.env, site, joins);
      for (const [place, { index, told }] of rows.entries()) {
        const receipt = receipts[place]!;
        if (receipt !== 'accepted') rejected.push({ index, code: receipt, path: receipt === 'erased' ? 'user' : 'attributes' });
        else if (told.goal) converted.push({ user, goal: told.goal.id });
      }
    }));
    if (converted.length > 0 && site.hooks.some(({ events: kinds }) => kinds.includes('conversion'))) await deskStub(c.env, site.id).tell(converted, { site: site.id, now, hooks: site.hooks });
    const answer: EventsAnswer = { accepted: events.length - rejected.length, rejected: rejected.sort((a, b) => a.index - b.index) };
    return c.json(answer, 202);
  },
});
