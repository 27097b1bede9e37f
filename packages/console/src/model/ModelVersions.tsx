import type { ModelReport } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Desk } from '../app/Desk.ts';
import { useAction } from '../app/useAction.ts';
import { Badge } from '../parts/Badge.tsx';
import { Problem } from '../parts/Problem.tsx';
import { Table } from '../parts/Table.tsx';
import { Sure } from '../setup/Sure.tsx';
import { whoText } from '../words/whoText.ts';
import { word } from '../words/word.ts';

interface Row { readonly version: number; readonly live: boolean; readonly at?: number; readonly by?: string; readonly states: readonly string[] }

/** What was learned before, the experts' scores last, and which of them is served. Another is served after a question. */
export function ModelVersions({ desk, report: { versions, live }, changed }: { readonly desk: Desk; readonly report: ModelReport; readonly changed: () => void }): JSX.Element {
  const { api, site, say, format } = desk;
  const { busy, failure, run } = useAction();
  const [asked, setAsked] = useState<number>();
  const rows: readonly Row[] = [...versions, { version: 0, live: live === 0, states: [] }];
  const nameOf = (version: number): string => version === 0 ? word('model.version.expert') : word('versions.row', { version });
  const serve = (version: number): void => void run(() => api.rollBackModel(site.id, version), () => {
    setAsked(undefined);
    say(word('model.back.done', { name: nameOf(version) }));
    changed();
  });
  return (
    <>
      <Problem failure={failure} />
      <Table wordy label={word('model.versions')} rows={rows} id={({ version }) => String(version)} columns={[
        { title: word('model.version'), cell: row => <>{nameOf(row.version)} {row.live && <Badge tone="good" text={word('versions.live')} />}</> },
        { title: word('model.version.states'), cell: ({ states }) => states.map(state => word(`learned.${state as 'abandon'}`)).join(', ') || '–' },
        { title: word('model.version.at'), cell: ({ at, by }) => at === undefined || by === undefined ? '–' : word('versions.by', { date: format.dateTime(at), who: whoText(by) }) },
        ...(desk.may('editor') ? [{ title: word('hooks.act'), cell: ({ version, live: served }: Row) => served ? '' : asked === version
          ? <Sure question={word('model.back.sure', { name: nameOf(version) })} yes={word('model.back.yes')} busy={busy} act={() => serve(version)} leave={() => setAsked(undefined)} />
          : <button type="button" class="quiet" aria-label={word('model.back.of', { name: nameOf(version) })} onClick={() => setAsked(version)}>{word('model.back')}</button> }] : []),
      ]} />
    </>
  );
}
