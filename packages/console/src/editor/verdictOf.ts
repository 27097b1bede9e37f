import { parseConfig } from '@tactful/protocol';
import type { Verdict } from './checkText.ts';

/** The protocol's own parser, as the editor asks it. */
export const verdictOf = (value: unknown): Verdict => parseConfig(value);
