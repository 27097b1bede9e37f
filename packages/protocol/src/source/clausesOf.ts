import type { ClauseSource, TriggerSource } from './clause.ts';

/** Every clause of a trigger with its path below it, the steps of sequences behind their sequence. */
export function clausesOf(trigger: TriggerSource): readonly { readonly clause: ClauseSource; readonly path: string }[] {
  const mode = trigger.any ? 'any' : 'all';
  return (trigger[mode] ?? []).flatMap((clause, at) => {
    const path = `${mode}[${at}]`;
    const steps = clause.on === 'sequence' ? clause.of as readonly ClauseSource[] : [];
    return [{ clause, path }, ...steps.map((step, place) => ({ clause: step, path: `${path}.of[${place}]` }))];
  });
}
