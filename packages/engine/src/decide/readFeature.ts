import type { Scalar } from '@tactful/protocol';
import type { Core } from '../memory.ts';
import { readerOf } from '../summarize/readerOf.ts';

/** A feature by the name that a condition calls it by. */
export const readFeature = (core: Core, name: string): Scalar | undefined => readerOf(name.replace(/^x\./, 'user.'))(core);
