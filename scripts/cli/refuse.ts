import { CODES, type IssueCode } from '@tactful/protocol';

/** What is wrong with a file, with the code of the table that all input is told by: `missing: there is no file shop.csv`. */
export const refuse = (code: IssueCode, words = CODES[code] as string, cause?: unknown): Error => new Error(`${code}: ${words}`, { cause });
