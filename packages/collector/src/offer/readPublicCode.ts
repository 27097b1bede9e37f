import { foldCode } from './foldCode.ts';

/** The public code as it was published, where people typed that; else what they typed. */
export const readPublicCode = (typed: string, published = ''): string => (foldCode(typed) === foldCode(published) ? published : typed.trim());
