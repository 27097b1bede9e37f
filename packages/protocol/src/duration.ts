import { FOREVER, type Milliseconds } from './units.ts';

const UNIT_MS: Record<string, Milliseconds> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * Reads a duration of the contract: `500ms`, `10s`, `30m`, `24h`, `7d`; decimals are allowed (`1.5s`).
 * @returns whole milliseconds, or `undefined` for anything else, a bare number among it.
 */
export function parseDuration(text: unknown): Milliseconds | undefined {
  const match = typeof text === 'string' ? /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text) : null;
  if (!match) return undefined;
  const ms = Math.round(Number(match[1]) * (UNIT_MS[match[2] as string] as number));
  return ms <= FOREVER ? ms : undefined;
}

/** A duration where a wait is meant: also `forever`. */
export function parseWait(text: unknown): Milliseconds | undefined {
  return text === 'forever' ? FOREVER : parseDuration(text);
}
