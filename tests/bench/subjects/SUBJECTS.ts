import { amplitude } from './amplitude.ts';
import { floor } from './floor.ts';
import { growthbook } from './growthbook.ts';
import { mixpanel } from './mixpanel.ts';
import { none } from './none.ts';
import { openpanel, plausible, sentry, snowplow } from './peers.ts';
import { posthogDefault, posthogDuties } from './posthog.ts';
import type { Subject } from './Subject.ts';
import { tactful, tactfulDemo, tactfulInline, tactfulWoo } from './tactful.ts';

/** In the order of the tables; the first is what every other is measured above. */
export const SUBJECTS: readonly Subject[] = [
  none, floor, tactful, tactfulDemo, tactfulInline, tactfulWoo, plausible, openpanel, growthbook, snowplow, sentry, mixpanel, amplitude, posthogDefault, posthogDuties,
];

/** Those that a session is played with: variants of ours that differ at the start alone are not. */
export const PLAYED: readonly Subject[] = SUBJECTS.filter((subject) => ![tactfulDemo, tactfulInline, tactfulWoo].includes(subject));
