import type { DeviceConfig, EpochMs, Gate, PageType } from '@tactful/protocol';
import { createEngine } from '../createEngine.ts';
import type { Observation } from '../observation.ts';
import type { Story, StoryFact } from './STORIES.ts';
import { tellFields } from './tellFields.ts';

/** What became of one campaign: how many seconds into the story it was shown, or which gate was in its way last. */
export type StoryEnd = { readonly shownAt: number } | { readonly gate: Gate };

/** Friday, 2026-11-20, 10:00 UTC. */
const START: EpochMs = 1_795_168_800_000;
/** Who moves now and then does so this often, in seconds; and reads a message this long before closing it. */
const STIR = 10, READ = 4;

/**
 * Plays a story as a page would: everybody is treated, nothing has been shown before, each message is read and closed. Campaigns
 * meet one another as they do on a page: one message at a time, by priority.
 * @returns by campaign
 */
export function playStory(config: DeviceConfig, { device, visit, steps }: Story): Readonly<Record<string, StoryEnd>> {
  const campaigns = config.campaigns.map((campaign) => ({ ...campaign, status: 'live' as const, control: 0, rollout: 1 }));
  const traits = { device, utcOffsetMinutes: 0, visitorSessions: visit, visitorFirstSeen: START - (visit - 1) * 3 * 86_400_000 };
  const engine = createEngine({ config: { ...config, campaigns, holdout: 0 }, at: START, visitor: 'story', session: 'story', random: () => 0.5, traits });
  const ends: Record<string, StoryEnd> = {};
  let open: { readonly exposure: string; readonly until: EpochMs } | undefined;
  const settle = (at: EpochMs): void => {
    if (open && at >= open.until) {
      engine.observe({ at, kind: 'outcome', exposure: open.exposure, outcome: 'dismiss', reason: 'close' });
      open = undefined;
    }
    const due = open ? null : engine.due();
    const exposed = due && engine.expose(due.campaign, {});
    if (due && exposed) {
      ends[due.campaign] ??= { shownAt: Math.round((at - START) / 1_000) };
      open = { exposure: exposed.exposure.id, until: at + READ * 1_000 };
    }
  };
  const until = (at: EpochMs): void => {
    for (;;) {
      const next = Math.min(engine.nextDeadline(), open ? open.until : Infinity);
      if (next > at) return;
      engine.tick(next);
      settle(next);
    }
  };
  const tell = (at: EpochMs, observation: object): void => {
    engine.observe({ at, ...observation } as Observation);
    settle(at);
  };
  const idOf = (type: PageType): string | null => config.pages.find((page) => page.type === type)?.id ?? null;
  const say = (at: EpochMs, fact: StoryFact): void => tell(at, fact.kind === 'page' ? { ...fact, page: idOf(fact.type) } : fact);
  tell(START, { kind: 'permission', permission: { show: 'full', measured: true, capsKnown: true } });
  say(START, { kind: 'visibility', visible: true });
  say(START, { kind: 'focus', focused: true });
  let stirs = true;
  let now = START;
  for (const [seconds, fact] of tellFields(config, steps)) {
    const at = START + seconds * 1_000;
    for (now += STIR * 1_000; stirs && now < at; now += STIR * 1_000) {
      until(now);
      say(now, { kind: 'input' });
    }
    until(at);
    stirs = fact.kind !== 'rest';
    if (stirs) {
      say(at, { kind: 'input' });
      say(at, fact);
    }
    now = at;
  }
  const { gates } = engine.summary();
  for (const { id } of campaigns) ends[id] ??= { gate: (Object.keys(gates[id] ?? {}).pop() ?? 'trigger') as Gate };
  return ends;
}
