import { FEATURES } from '@tactful/protocol';

const UNITS = new Map<string, string>(FEATURES.map(({ name, unit }) => [name, unit]));

/** What a feature counts, in the registry's words: `seconds of attention to prices`. One of a newer release is its name. */
export const unitText = (name: string): string => (UNITS.get(name) ?? name).replace(/^s /, 'seconds ');
