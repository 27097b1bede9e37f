import { createHash, randomBytes } from 'node:crypto';
import { share } from '../../../../packages/engine/src/decide/share.ts';

/** A visitor who has not been there yet: the bytes that the page will draw for the token, and the id that follows from them. */
export interface Drawn { readonly bytes: readonly number[]; readonly visitor: string }

export interface Wanted {
  readonly salt: string;
  readonly campaign: string;
  readonly arm: 'treatment' | 'control' | 'holdout';
  /** As published. */
  readonly control: number;
  readonly holdout: number;
}

/** Draws tokens until one belongs to the wanted arm, by the arms' own hash. */
export function findVisitor({ salt, campaign, arm, control, holdout }: Wanted): Drawn {
  for (let draw = 0; draw < 10_000; draw++) {
    const bytes = randomBytes(32);
    const visitor = createHash('sha256').update(bytes.toString('base64url')).digest('base64url').slice(0, 22);
    const is = share(salt, visitor) < holdout ? 'holdout' : share(salt, campaign, visitor) < control ? 'control' : 'treatment';
    if (is === arm) return { bytes: [...bytes], visitor };
  }
  throw new Error(`No visitor of 10,000 is in ${arm} of ${campaign}.`);
}
