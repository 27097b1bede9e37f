import { LIMITS, type Retention } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Desk } from '../app/Desk.ts';
import { useAction } from '../app/useAction.ts';
import { Problem } from '../parts/Problem.tsx';
import { word } from '../words/word.ts';
import { Sure } from './Sure.tsx';

/** For how many days rows are kept. A shorter time removes rows at once, and is asked about first. */
export function RetentionForm({ desk, days, changed }: { readonly desk: Desk; readonly days: number; readonly changed: (kept: Retention) => void }): JSX.Element {
  const id = useId();
  const { busy, failure, run } = useAction();
  const [asked, setAsked] = useState<number>();
  const set = (to: number): void => void run(() => desk.api.setRetention(desk.site.id, to), (kept) => {
    setAsked(undefined);
    desk.say(word('keep.done', { n: kept.days }));
    changed(kept);
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const to = Number(new FormData(event.currentTarget as HTMLFormElement).get('days'));
    if (to < days) setAsked(to);
    else if (to > days) set(to);
  };
  return (
    <form class="fields" onSubmit={submit} aria-describedby={failure ? id : undefined}>
      <label>{word('keep.days')}<input type="number" name="days" required min={LIMITS.retentionDaysLeast} max={LIMITS.retentionDaysMost} step={1} defaultValue={String(days)} aria-describedby={`${id}-help`} onInput={() => setAsked(undefined)} /></label>
      <p class="note" id={`${id}-help`}>{word('keep.help', { least: LIMITS.retentionDaysLeast, most: LIMITS.retentionDaysMost })}</p>
      <Problem failure={failure} id={id} />
      {asked === undefined
        ? <button type="submit" class="primary" disabled={busy}>{word('keep.set')}</button>
        : <Sure danger question={word('keep.sure', { n: asked })} yes={word('keep.yes', { n: asked })} busy={busy} act={() => set(asked)} leave={() => setAsked(undefined)} />}
    </form>
  );
}
