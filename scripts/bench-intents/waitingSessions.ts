import type { Session } from './shopperSessions.ts';
import { join } from 'node:path';
import { readTable } from '../cli/readTable.ts';

/** As the page's own sensors count: dead after 2.5 s without an effect, no wait longer than 10 s, slow from 2 s on. */
const DEAD_MS = 2_500, NEVER_MS = 10_000, SLOW_MS = 2_000;
/** The map's zoom buttons stand in its upper left corner: pressed again and again by their nature, so the sensor leaves them out. */
const ZOOM = { width: 160, height: 240 };
/** Rated 1 (bad) or 2 of 5 stands for frustrated. */
const BAD = 2;

/**
 * iWeb's map sessions as the sensors would count them: each interaction with its wait until the map was complete; one that never
 * was and had no successor for 2.5 s is dead, one that was overtaken sooner tells nothing. Rage clicks from the clicks' places,
 * the zoom buttons' aside; with them, `pressed` tells how many there would be.
 */
export function waitingSessions(folder: string): readonly (Session & { readonly pressed: number })[] {
  return readTable(join(folder, 'iweb_raw_data.csv.gz'), ['iLTs', 'ACR', 'mouse_clicks']).map((row) => {
    const loads = row['iLTs']!.split(',').filter(Boolean).map((load) => load.split(':').map(Number) as [at: number, ms?: number]);
    const clicks = [...row['mouse_clicks']!.matchAll(/up:(\d+):(\d+)-(\d+)/g)].map(([, at, x, y]) => ({ at: Number(at), x: Number(x), y: Number(y) }));
    const end = Math.max(...clicks.map(({ at }) => at), ...loads.map(([at, ms = 0]) => at + ms));
    const waits = loads.flatMap(([, ms]) => (ms === undefined ? [] : [ms]));
    const dead = loads.filter(([at, ms], index) => ms === undefined && (loads[index + 1]?.[0] ?? end) - at > DEAD_MS).length;
    const counted = waits.length + dead;
    return {
      features: {
        'session.mean_wait_seconds': counted ? (waits.reduce((sum, ms) => sum + Math.min(ms, NEVER_MS), 0) + dead * NEVER_MS) / counted / 1_000 : undefined,
        'session.wait_seconds': Math.max(0, ...waits) / 1_000,
        'session.slow_clicks': waits.filter((ms) => ms >= SLOW_MS).length,
        'session.dead_clicks': dead,
        'session.rage_clicks': countRage(clicks.filter(({ x, y }) => x > ZOOM.width || y > ZOOM.height)),
      },
      pressed: countRage(clicks),
      is: Number(row['ACR']) <= BAD,
    };
  });
}

/** Three clicks within 1 s inside 30 px are one. */
function countRage(clicks: readonly { readonly at: number; readonly x: number; readonly y: number }[]): number {
  let rages = 0;
  let run: (typeof clicks)[number][] = [];
  for (const click of clicks) {
    run = [...run.filter(({ at, x, y }) => click.at - at <= 1_000 && Math.hypot(click.x - x, click.y - y) <= 30), click];
    if (run.length < 3) continue;
    rages++;
    run = [];
  }
  return rages;
}
