import { readConfig, type DeviceConfig, type Milliseconds } from '@tactful/protocol';
import type { Core } from '../core.ts';
import { VERSION } from '../version.ts';

export interface Configuration {
  /** Fetched anew when older than 30 s, or `anyway`; a promise of that resolves after 1 s at the latest. */
  revalidate(anyway?: unknown): unknown;
  /** One that is not fetched: given by the host, kept by an earlier page, or the present one with a word of the collector. */
  take(served: unknown): void;
}

/** Older than this it is asked for again before acting and on becoming visible. */
const FRESH_MS: Milliseconds = 30_000;
const PATIENCE_MS: Milliseconds = 1_000;

/**
 * The site's configuration. One that does not parse is refused whole; the last good one stays.
 * @param changed hears of one that differs from the one before
 */
export function createConfiguration(core: Core, changed: (config: DeviceConfig) => void): Configuration {
  const { now, settings: { config: inline } } = core;
  let fetched = -FRESH_MS;
  /** Without any configuration it is asked for again after twice this, and so on. */
  let pause: Milliseconds = 2_500;
  let pending: Promise<void> | undefined;
  const take = (served: unknown, fetched?: unknown): void => {
    const next = readConfig(served);
    const { config } = core;
    if (!next) return;
    if (fetched) core.served = served;
    if (!config || config.version != next.version || config.halt != next.halt || config.locale != next.locale) changed(next);
  };
  const load = async (): Promise<void> => {
    try {
      const answer = await core.net('config', { cache: 'no-cache' }, `&v=1&sdk=${VERSION}&locale=${encodeURIComponent(core.locale)}`);
      const server = Number(answer.headers.get('tactful-time'));
      const served = JSON.parse(await answer.text());
      fetched = now();
      if (server) core.observe({ kind: 'time', server });
      take(served, 1);
    } finally {
      pending = undefined;
      if (!core.config) core.scope.after(pause *= 2, revalidate);
    }
  };
  const revalidate = (anyway?: unknown): unknown => inline || !anyway && now() - fetched < FRESH_MS || core.scope.upTo(PATIENCE_MS, pending = pending || load());
  return { take, revalidate };
}
