import type { DeviceConfig } from '@tactful/protocol';
import { direction } from '../act/direction.ts';
import type { Spot, WidgetHost, WidgetParts } from '../act/view.ts';
import type { Core } from '../core.ts';

/** What a widget that only shows itself may ask: nothing reaches the engine, storage or the network but the page's files. */
export function previewHost({ scope, settings, now, files }: Core, { locale, texts, faq }: DeviceConfig, spot: Spot): WidgetHost {
  const parts: { -readonly [Name in keyof WidgetParts]?: WidgetParts[Name] } = {};
  const nothing = (): void => undefined;
  return {
    document, locale, dir: direction(locale), texts, faq, parts, now,
    nonce: settings.nonce,
    spot,
    after: scope.after,
    listen: (target, type, run, options) => scope.listen(target, type, run, options || {}),
    async part(name) {
      Object.assign(parts, await files(name));
      return true;
    },
    // The widget makes up a code of its own for a preview, and asks for none of these.
    claim: async () => null, request: async () => true, erase: async () => true,
    shared: () => null, summary: () => null,
    withdraw: nothing, optOut: nothing, event: nothing, visible: nothing, outcome: nothing, chat: nothing,
  };
}
