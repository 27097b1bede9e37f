import { readConfig, type DeviceConfig } from '@tactful/protocol';
import type { Host } from './Host.ts';
import type { Net } from './createNet.ts';
import { VERSION } from './VERSION.ts';

export interface Configuration {
  /** Asked for again when older than 30 s, or `anyway`; resolves after 1 s at the latest, with whatever is there. */
  revalidate(how?: { readonly anyway: boolean }): Promise<void>;
  /** The kill switch, as an intake's answer tells it. */
  halt(): void;
}

const FRESH_MS = 30_000, PATIENCE_MS = 1_000;
/** What is drawn here. Campaigns of other kinds are not for the mini-program. */
const DRAWN: readonly (string | undefined)[] = [undefined, 'card', 'banner'];

/** A campaign that cannot be drawn is not eligible, and says why: as one with a word that this release does not know. */
const drawable = (config: DeviceConfig): DeviceConfig => ({
  ...config,
  campaigns: config.campaigns.map((campaign) => {
    const { id, message, variants = [] } = campaign;
    const whole = [message, ...variants.map((variant) => variant.message)].every(({ kind }) => DRAWN.includes(kind));
    return whole ? campaign : { ...campaign, id, trigger: { mode: 'any' as const, clauses: [] }, unfit: 'message.kind' };
  }),
});

/** @param changed hears of a configuration that differs from the one before, `told` of the server's clock */
export function createConfiguration(host: Host, net: Net, { locale, changed, told }: { readonly locale: string; changed(config: DeviceConfig): void; told(server: number): void }): Configuration {
  let config: DeviceConfig | undefined;
  let fetched = -Infinity, pause = 2_500;
  let pending: Promise<void> | undefined;
  const take = (next: DeviceConfig | undefined): void => {
    if (!next || (config && config.version === next.version && config.halt === next.halt)) return;
    config = next;
    changed(next);
  };
  const load = async (): Promise<void> => {
    try {
      const { status, text, headers } = await net(`config?v=1&sdk=${VERSION}&locale=${encodeURIComponent(locale)}`);
      if (status !== 200) return;
      const read = readConfig(JSON.parse(text));
      fetched = host.now();
      const server = Number(headers['tactful-time']);
      if (server) told(server);
      take(read && drawable(read));
    } catch (_error) {
      // No network, or no configuration of ours: the last good one stays.
    } finally {
      pending = undefined;
      if (!config) host.after(pause *= 2, () => void revalidate());
    }
  };
  const revalidate = async (how?: { readonly anyway: boolean }): Promise<void> => {
    if (!how?.anyway && host.now() - fetched < FRESH_MS) return;
    pending = pending ?? load();
    const loaded = pending;
    await new Promise<void>((resolve) => {
      const stop = host.after(PATIENCE_MS, resolve);
      void loaded.then(() => { stop(); resolve(); });
    });
  };
  return { revalidate, halt: () => take(config && { ...config, halt: true }) };
}
