import type { DeviceMessage } from '@tactful/protocol';
import type { Core } from '../memory.ts';
import { chooseMessage } from './chooseMessage.ts';
import { look } from './look.ts';

/** Draws one campaign aside from its gates; see `Engine.force`. */
export function force(core: Core, id: string): DeviceMessage | null {
  const campaign = core.campaigns[id];
  return campaign && campaign.spec.status == 'live' && !look(core, id).unfit && !core.config.halt ? chooseMessage(core, campaign).message : null;
}
