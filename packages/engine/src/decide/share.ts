import type { Probability } from '@tactful/protocol';
import type { Core } from '../memory.ts';
import { hash } from './hash.ts';

/** Where the visitor falls on the line from 0 to 1, for one campaign and one purpose: always the same, evenly spread over visitors. */
export function share({ config, visitor }: Core, campaign: string, purpose: string): Probability {
  return hash([config.site.salt, campaign, purpose, visitor].join()) / 2 ** 32;
}
