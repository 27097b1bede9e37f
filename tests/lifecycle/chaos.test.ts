import { expect, it } from 'vitest';
import { playChaos } from './chaos/playChaos.ts';

/** `npm run chaos` plays as many as one likes. */
const SESSIONS = 5_000;

it('visitors through killed tabs, a killed Worker and a bad network: none is lost, none counted twice, none unaccounted for', async () => {
  const played = await playChaos({ sessions: SESSIONS });
  expect(played).toMatchObject({ lost: 0, fell: 0, doubled: 0, invented: 0, altered: 0, unaccounted: 0, kept: 0, differences: [], faults: [] });
  expect(played.sessions).toBeGreaterThanOrEqual(SESSIONS);
  // It was chaos indeed.
  expect(Math.min(played.tabKills, played.workerKills, played.network.before, played.network.after)).toBeGreaterThan(0);
}, 900_000);
