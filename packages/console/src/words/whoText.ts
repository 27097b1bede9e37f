import { word } from './word.ts';

/** Who did it: a person by their e-mail, or the deploy token's holder. */
export const whoText = (by: string): string => by === 'deploy' ? word('by.deploy') : by;
