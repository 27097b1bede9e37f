import type { RequestRow } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Desk } from '../app/Desk.ts';
import { Badge } from '../parts/Badge.tsx';
import { word } from '../words/word.ts';
import { contactHref } from './contactHref.ts';
import { SharedFacts } from './SharedFacts.tsx';

/** One request. Name, contact and text are the visitor's own words and stay text. */
export function RequestCard({ row, desk, answer }: { readonly row: RequestRow; readonly desk: Desk; readonly answer: () => Promise<void> }): JSX.Element {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const { format } = desk;
  const href = contactHref(row.contact);
  const press = (): void => { setBusy(true); void answer().then(() => setBusy(false)); };
  return (
    <article class="card request" aria-labelledby={id}>
      <header class="campaign-head">
        <h2 id={id} dir="auto">{row.name || word('request.nameless')}</h2>
        <Badge tone={row.status === 'open' ? 'warn' : 'good'} text={word(`request.${row.status}`)} />
        <p class="note"><time dateTime={new Date(row.at).toISOString()}>{format.dateTime(row.at)}</time> · {row.locale}{row.campaign && <> · <code>{row.campaign}</code></>}</p>
        {row.status === 'open' && <div class="actions"><button type="button" class="primary" disabled={busy} onClick={press} aria-describedby={id}>{word('request.answer')}</button></div>}
      </header>
      <p class="contact"><span class="note">{word('request.contact')}</span> {row.contact ? (href ? <a href={href}>{row.contact}</a> : <span dir="auto">{row.contact}</span>) : '–'}</p>
      {row.text && <blockquote dir="auto">{row.text}</blockquote>}
      {row.shared ? <SharedFacts shared={row.shared} desk={desk} /> : <p class="note">{word('request.unshared')}</p>}
      {row.status === 'answered' && row.answeredAt !== undefined && <p class="note">{word('request.by', { who: row.answeredBy ?? '–', date: format.dateTime(row.answeredAt) })}</p>}
    </article>
  );
}
