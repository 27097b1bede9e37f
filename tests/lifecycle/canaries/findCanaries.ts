import type { Canary } from './plantCanaries.ts';

/** Where something could be read. */
export interface Trace { readonly where: string; readonly text: string }

/** As it may have been written: plain, in base64 at each of the three offsets, in hex, backwards; letters of either case. */
function formsOf(secret: string): readonly string[] {
  const base64 = [0, 1, 2].map((offset) => {
    const text = Buffer.from('x'.repeat(offset) + secret).toString('base64').replace(/=+$/, '');
    // The first and the last letters hold bits of what stands beside.
    return text.slice(offset ? offset + 1 : 0, -2);
  });
  return [secret, ...base64, Buffer.from(secret).toString('hex'), [...secret].reverse().join('')].map((form) => form.toLowerCase());
}

/** @returns each canary that can be read somewhere, with the place it was planted in and where it came out */
export function findCanaries(canaries: readonly Canary[], traces: readonly Trace[]): readonly string[] {
  const low = traces.map(({ where, text }) => ({ where, text: text.toLowerCase() }));
  return canaries.flatMap(({ place, secret }) => {
    const forms = formsOf(secret);
    const found = low.find(({ text }) => forms.some((form) => text.includes(form)));
    return found ? [`${place} in ${found.where}`] : [];
  });
}
