import { parseConfig } from '@tactful/protocol';
import type { Verdict } from './checkText.ts';

/** The protocol's own parser, as the editor asks it. Its inferred output type is deeper than the compiler follows, and is not read here. */
export const verdictOf = parseConfig as unknown as (value: unknown) => Verdict;
