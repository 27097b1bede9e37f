import { createHash, randomBytes } from 'node:crypto';
import type { DeviceConfig } from '@tactful/protocol';
import { share } from '../../../../packages/engine/src/decide/share.ts';

/** A visitor who has not been there yet: the bytes that the page will draw for the token, and the id that follows from them. */
export interface Drawn { readonly bytes: readonly number[]; readonly visitor: string }

type Core = Parameters<typeof share>[0];

/** Draws tokens until one belongs to the wanted arm of the campaign as published, by the arms' own hash. */
export function findVisitor(config: DeviceConfig, campaign: string, arm: 'treatment' | 'control' | 'holdout'): Drawn {
  const { control } = config.campaigns.find(({ id }) => id === campaign)!;
  for (let draw = 0; draw < 10_000; draw++) {
    const bytes = randomBytes(32);
    const visitor = createHash('sha256').update(bytes.toString('base64url')).digest('base64url').slice(0, 22);
    const core = { config, visitor } as Core;
    const is = share(core, '', 'holdout') < config.holdout ? 'holdout' : share(core, campaign, 'control') < control ? 'control' : 'treatment';
    if (is === arm) return { bytes: [...bytes], visitor };
  }
  throw new Error(`No visitor of 10,000 is in ${arm} of ${campaign}.`);
}
