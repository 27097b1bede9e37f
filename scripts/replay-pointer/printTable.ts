import type { Played } from './playTrace.ts';

/** Prints one row per trace and the totals; true when every trace is sound. */
export function printTable(played: readonly Played[], { toleranceMs, seconds }: { readonly toleranceMs: number; readonly seconds: number }): boolean {
  const s = (ms: number): string => (ms / 1_000).toFixed(2).padStart(9);
  const n = (count: number): string => count.toLocaleString('en-US').padStart(7);
  const isSound = ({ errors, active, rests }: Played): boolean =>
    errors.length === 0 && Math.abs(active.tactful - active.trace) <= toleranceMs && rests.tactful === rests.trace;
  console.log('trace                 page      samples   dwell s  from trace  off ms   hovers recount');
  for (const one of played) {
    const { name, page, samples, active, rests, errors } = one;
    console.log(`${name.padEnd(21)} ${page.padEnd(9)} ${n(samples)} ${s(active.tactful)}   ${s(active.trace)} ${n(active.tactful - active.trace)}  ${n(rests.tactful)} ${n(rests.trace)}  ${isSound(one) ? '' : 'DIFFERS'} ${errors.join('; ')}`);
  }
  const sum = (of: (one: Played) => number): number => played.reduce((total, one) => total + of(one), 0);
  const sound = played.filter(isSound).length;
  const most = Math.max(...played.map(({ active }) => Math.abs(active.tactful - active.trace)));
  console.log(`\n${played.length} traces, ${sum(({ samples }) => samples).toLocaleString('en-US')} samples in ${seconds.toFixed(0)} s; ${sum(({ errors }) => errors.length)} page errors`);
  console.log(`dwell ${s(sum(({ active }) => active.tactful)).trim()} s, from the traces ${s(sum(({ active }) => active.trace)).trim()} s, greatest difference ${most} ms (allowed ${toleranceMs})`);
  console.log(`hovers ${sum(({ rests }) => rests.tactful)}, recounted ${sum(({ rests }) => rests.trace)}`);
  console.log(`${sound} sound, ${played.length - sound} differ`);
  return sound === played.length;
}
