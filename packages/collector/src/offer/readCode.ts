import { foldCode } from './foldCode.ts';

/** A minted code as people type it. */
export function readCode(typed: string): string {
  const text = foldCode(typed);
  return text.length === 15 ? `${text.slice(0, 5)}-${text.slice(5, 10)}-${text.slice(10)}` : typed.trim();
}
