import type { DeviceConfig, DeviceMessage } from '@tactful/protocol';
import { partOf } from '../act/partOf.ts';
import type { Core } from '../core.ts';
import { previewHost } from './previewHost.ts';

/**
 * Draws the one campaign of a configuration, marked as a preview, by a widget of its own that can count and claim nothing.
 * @returns what takes it away again; `free` is false where no place leaves the page's controls free: a visitor would not be shown it here
 */
export async function drawPreview(core: Core, config: DeviceConfig): Promise<{ readonly free: boolean; readonly close: () => void }> {
  const { settings, files, scope } = core;
  const { id, message: own, variants = [] } = config.campaigns[0]!;
  const message: DeviceMessage = { ...own, ...(variants[0] && variants[0].message) };
  const nothing = (): void => undefined;
  if (settings.render) {
    settings.render(message, { visible: nothing, clicked: nothing, dismissed: nothing });
    return { free: true, close: nothing };
  }
  const ends = message.offer != undefined && config.offers[message.offer] ? config.offers[message.offer]!.until : undefined;
  const part = partOf(message);
  const [{ mount }, { findSpot, cornerOf }] = await Promise.all([files('widget'), files('act')]);
  if (core.dead) return { free: true, close: nothing };
  const side = { settings, config };
  const spot = findSpot(message.kind, side);
  const host = previewHost(core, config, spot || cornerOf(side));
  if (part) await host.part(part);
  const widget = mount(host);
  const close = scope.track(widget.destroy);
  widget.show({ campaign: id, message, fired: [], preview: true, ...(ends && { endsAt: ends }) });
  return { free: !!spot, close };
}
