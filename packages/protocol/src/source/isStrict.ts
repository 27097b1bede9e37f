import type { ConfigSource } from './configuration.ts';

/** No discount of this site may depend on who somebody is: as it says, or where mainland China's law speaks (PIPL, Art. 24). */
export const isStrict = ({ fairness, site }: ConfigSource): boolean => (fairness ? fairness === 'strict' : site?.locale === 'zh-Hans');
