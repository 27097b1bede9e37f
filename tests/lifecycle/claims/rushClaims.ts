import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClaimAnswer, OfferReport } from '@tactful/protocol';
import { callAdmin } from '../../worker/harness/callAdmin.ts';
import { makeSite, SHOP } from '../../worker/harness/makeSite.ts';
import { patiently } from '../../worker/harness/patiently.ts';
import { STALL } from '../../worker/harness/STALL.ts';
import { startOnDisk } from '../../worker/harness/startOnDisk.ts';
import { judgeClaims, type ClaimVerdict, type Told } from './judgeClaims.ts';

export interface RushOptions {
  /** Visitors who ask for a code at once, each until they are answered. */
  readonly claims: number;
  /** Codes that there are. */
  readonly budget?: number;
  /** So often the Worker is killed, evenly over the answers. */
  readonly kills?: number;
  /** Requests under way. */
  readonly atOnce?: number;
  /** Hears how many are answered. */
  step?(answered: number): void;
}

export interface Rush extends ClaimVerdict {
  readonly kills: number;
  /** Requests that got no answer of the Worker, or one that says to try again. */
  readonly cut: number;
  /** What the offer itself says that it gave. */
  readonly claimed: number;
  readonly seconds: number;
}

const OFFER = 'freeship';
const RETRY_MS = 100, HEALTH_MS = 5_000;
/** From networks of their own, for one gets no more than its share. */
const addressOf = (visitor: number): string => `10.${(visitor >> 8) & 255}.${visitor & 255}.7`;

/**
 * A rush on one offer: all visitors ask at once, the Worker is killed on the way, and who got no answer asks again with the same
 * id. Then everybody asks once more, with another id, as from a second tab.
 */
export async function rushClaims({ claims, budget = 100, kills: wanted = 10, atOnce = 64, step = () => undefined }: RushOptions): Promise<Rush> {
  const began = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'tactful-claims-'));
  const worker = await startOnDisk(folder);
  const told: Told[] = [];
  let [kills, cut, answered, killing] = [0, 0, 0, false];
  try {
    const site = await makeSite(worker, { id: 'rush', source: { ...STALL, offers: { ...STALL.offers, [OFFER]: { ...STALL.offers[OFFER], budget } } } });
    const health = async (): Promise<boolean> => (await worker.fetch('/v1/health', { signal: AbortSignal.timeout(HEALTH_MS) }).catch(() => undefined))?.ok === true;
    const killWorker = async (): Promise<void> => {
      if (killing) return;
      killing = true;
      if (await health() && worker.killWorker()) kills++;
      killing = false;
    };
    const ask = async (visitor: number, id: string): Promise<void> => {
      for (;;) {
        const response = await patiently(() => worker.fetch(`/v1/offers/${OFFER}/claims?key=${site.key}`, {
          method: 'POST', headers: { origin: SHOP, 'content-type': 'text/plain', 'cf-connecting-ip': addressOf(visitor) },
          body: JSON.stringify({ id, visitor: `visitor-${visitor}` }),
        })).catch(() => undefined);
        const body = response && await response.json().catch(() => undefined) as (ClaimAnswer & { error?: { code: string } }) | undefined;
        if (response && body && response.status < 500) return void told.push({ visitor, status: response.status, code: body.code, error: body.error?.code });
        cut++;
        await pause(RETRY_MS);
      }
    };
    /** Everybody once, so many at a time. */
    const round = async (name: string, heard: () => unknown): Promise<void> => {
      let next = 0;
      const turn = async (): Promise<void> => {
        for (let visitor = next++; visitor < claims; visitor = next++) {
          await ask(visitor, `${name}-${String(visitor).padStart(20, '0')}`);
          heard();
        }
      };
      await Promise.all(Array.from({ length: atOnce }, turn));
    };
    await round('first', () => {
      step(++answered);
      // While there are codes left, and just behind: that is where a torn write would show.
      if (kills < wanted && answered >= (kills + 1) * Math.min(claims, 2 * budget) / (wanted + 1)) void killWorker();
    });
    await round('again', () => step(++answered));
    const offers = await (await callAdmin(worker, 'sites/rush/offers')).json() as readonly OfferReport[];
    return { ...judgeClaims(told, budget), kills, cut, claimed: offers.find(({ id }) => id === OFFER)!.claimed, seconds: Math.round((Date.now() - began) / 1_000) };
  } finally {
    await worker.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
