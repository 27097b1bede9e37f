import { isImpression } from './isImpression.ts';

/** Was one exposure a message that somebody saw: an impression in treatment? What the console counts as a message. */
export const isSeen = (exposure: Parameters<typeof isImpression>[0]): boolean => exposure.arm === 'treatment' && isImpression(exposure);
