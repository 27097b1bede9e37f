import type { Contender } from './Contender.ts';
import { jsonLogic } from './jsonLogic.ts';
import { jsonRulesEngine } from './jsonRulesEngine.ts';
import { mingo } from './mingo.ts';

/** The engines that ours stands beside, by the names of their packages. */
export const CONTENDERS: Readonly<Record<string, Contender>> = { mingo, 'json-logic-js': jsonLogic, 'json-rules-engine': jsonRulesEngine };
