import { tableLines } from './tableLines.ts';

/** A table to the standard output, after an empty line. */
export const print = (rows: readonly (readonly string[])[]): void => console.log(`\n${tableLines(rows).join('\n')}`);
