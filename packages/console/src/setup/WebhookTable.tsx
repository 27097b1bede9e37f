import type { WebhookRow } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Desk } from '../app/Desk.ts';
import { useAction } from '../app/useAction.ts';
import { Badge } from '../parts/Badge.tsx';
import { Empty } from '../parts/Empty.tsx';
import { Problem } from '../parts/Problem.tsx';
import { Table } from '../parts/Table.tsx';
import { word } from '../words/word.ts';
import { SecretOnce } from './SecretOnce.tsx';
import { Sure } from './Sure.tsx';

/** How far back to send again, in hours; what was delivered is known for 7 days. */
const BACK = [1, 24, 168] as const;
type Asked = { readonly id: string; readonly what: 'replay' | 'secret' | 'remove' };

/** Where events go and what became of them: how many wait, were delivered, were given up, and why. What can't be taken back is asked about first. */
export function WebhookTable({ desk, rows, changed }: { readonly desk: Desk; readonly rows: readonly WebhookRow[]; readonly changed: () => void }): JSX.Element {
  const { api, site, say, format } = desk;
  const { busy, failure, run } = useAction();
  const [asked, setAsked] = useState<Asked>();
  const [hours, setHours] = useState<number>(24);
  const [secret, setSecret] = useState('');
  if (rows.length === 0) return <Empty title={word('hooks.empty')}><p>{word('hooks.empty.body')}</p></Empty>;
  const leave = (): void => setAsked(undefined);
  const over = (notice: string): void => {
    leave();
    say(notice);
    changed();
  };
  const remove = (id: string): void => void run(() => api.removeWebhook(site.id, id), () => over(word('hooks.removed', { id })));
  const replay = (id: string): void => void run(() => api.replayWebhook(site.id, id, Date.now() - hours * 3_600_000), ({ queued }) => over(word('hooks.replayed', { n: queued })));
  const draw = (id: string): void => void run(() => api.webhookSecret(site.id, id), (made) => {
    setSecret(made.secret ?? '');
    over(word('hooks.secret.done', { id }));
  });
  const ask = (what: Asked['what'], { id }: WebhookRow): JSX.Element =>
    <button type="button" class="quiet" aria-label={word(`hooks.${what}.of`, { id })} onClick={() => setAsked({ id, what })}>{word(`hooks.${what}`)}</button>;
  const act = (row: WebhookRow): JSX.Element => {
    const { id, template } = row;
    if (asked?.id !== id) return <span class="acts">{ask('replay', row)}{template === 'json' && ask('secret', row)}{ask('remove', row)}</span>;
    if (asked.what === 'remove') return <Sure danger question={word('hooks.remove.sure', { id })} yes={word('hooks.remove.yes')} busy={busy} act={() => remove(id)} leave={leave} />;
    if (asked.what === 'secret') return <Sure question={word('hooks.secret.sure')} yes={word('hooks.secret.yes')} busy={busy} act={() => draw(id)} leave={leave} />;
    return (
      <Sure question={word('hooks.replay.sure')} yes={word('hooks.replay.yes')} busy={busy} act={() => replay(id)} leave={leave}>
        <select value={hours} aria-label={word('hooks.replay.since')} onChange={event => setHours(Number(event.currentTarget.value))}>
          {BACK.map(back => <option key={back} value={back}>{word(`hooks.back.${back}`)}</option>)}
        </select>
      </Sure>
    );
  };
  return (
    <>
      <Problem failure={failure} />
      {secret && <SecretOnce label={word('hooks.secret')} secret={secret} taken={() => setSecret('')} />}
      <Table wordy label={word('hooks.title')} rows={rows} id={row => row.id} columns={[
        { title: word('hooks.to'), cell: ({ id, host, template }) => <>{host} <span class="note">{template === 'json' ? id : `${id}, ${word(`template.${template}`)}`}</span></> },
        { title: word('hooks.hears'), cell: ({ events }) => events.map(event => word(`hears.${event}`)).join(', ') },
        { title: word('hooks.waiting'), number: true, cell: ({ waiting, failure: why }) => <>{format.count(waiting)}{waiting > 0 && why && <> <span class="note">{why}</span></>}</> },
        { title: word('hooks.delivered'), number: true, cell: ({ delivered }) => format.count(delivered) },
        { title: word('hooks.givenUp'), number: true, cell: ({ givenUp, failure: why }) => givenUp === 0 ? format.count(0) : <><Badge tone="warn" text={format.count(givenUp)} /> {why && <span class="note">{why}</span>}</> },
        { title: word('hooks.act'), cell: act },
      ]} />
    </>
  );
}
