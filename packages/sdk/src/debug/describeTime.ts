import type { EpochMs, Milliseconds } from '@tactful/protocol';

const UNITS: readonly (readonly [name: string, ms: Milliseconds])[] = [['d', 86_400_000], ['h', 3_600_000], ['min', 60_000], ['s', 1_000]];

/** A span in its two largest units: `1 h 5 min`; below a second in milliseconds. Rounded up, so that a wait is over when it says 0. */
export function describeSpan(span: Milliseconds): string {
  if (span > 0 && span < 1_000) return `${Math.ceil(span)} ms`;
  let rest = Math.ceil(span / 1_000) * 1_000;
  const parts: string[] = [];
  for (const [name, ms] of UNITS) {
    const n = Math.floor(rest / ms);
    rest -= n * ms;
    if (n) parts.push(`${n} ${name}`);
  }
  return parts.slice(0, 2).join(' ') || '0 s';
}

/** When a gate opens by itself, of the device's clock: how long from now, and at what time of the day. */
export const describeOpening = (at: EpochMs, now: EpochMs): string =>
  at <= now ? 'now' : `in ${describeSpan(at - now)}${at - now < 86_400_000 ? ` (${new Date(at).toLocaleTimeString('en-GB')})` : ''}`;
