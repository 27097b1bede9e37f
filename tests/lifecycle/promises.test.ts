import { describe, expect, it } from 'vitest';
import { playBack } from './bfcache/playBack.ts';
import { findCanaries } from './canaries/findCanaries.ts';
import { playCanaries } from './canaries/playCanaries.ts';
import { openPlaywright } from './drive/openPlaywright.ts';
import { faultsOf, playHostile } from './hostile/playHostile.ts';
import { LATE, TAMPERINGS } from './hostile/TAMPERINGS.ts';
import { playRace } from './race/playRace.ts';

/** `npm run promises` plays them longer, and in other browsers. */
describe('promises', () => {
  it('4: whatever a page did to its browser, nothing of ours harms it', async () => {
    const drive = await openPlaywright();
    try {
      const verdicts = await playHostile(drive, [...TAMPERINGS, ...LATE], { at: 6 });
      expect(verdicts.flatMap((verdict) => faultsOf(verdict).map((fault) => `${verdict.tampering.name}: ${fault}`))).toEqual([]);
      expect(verdicts.length).toBeGreaterThan(150);
    } finally {
      await drive.close();
    }
  }, 180_000);

  it.each([false, true])('5: a page that is left with a chat open comes back as it was; a summary is on its way: %s', async (busy) => {
    expect(await playBack({ times: 2, busy })).toEqual({ times: 2, restored: 2, open: 2, errors: [], reasons: [] });
  });

  it('7: eight tabs that want the same in the same moment show it once, whatever their clocks say', async () => {
    expect(await playRace({ rounds: 4 })).toMatchObject({ extra: 0, none: 0, errors: [] });
  });

  it('12: no secret of a page is sent or kept', async () => {
    const flown = await playCanaries({ pages: 2 });
    expect(flown.seen).toEqual([]);
    expect(Math.min(flown.planted / 80, flown.summaries, flown.stores)).toBeGreaterThanOrEqual(1);
  });

  it.each([['plainly', (secret: string) => `{"a":"${secret.toUpperCase()}"}`], ['in base64', (secret: string) => Buffer.from(`{"a":"${secret}"}`).toString('base64')], ['in hex', (secret: string) => Buffer.from(secret).toString('hex')]])('12: a secret that is written %s is seen', (_how, write) => {
    expect(findCanaries([{ place: 'here', secret: 'cnry1q2z3abc' }], [{ where: 'there', text: write('cnry1q2z3abc') }])).toEqual(['here in there']);
  });
});
