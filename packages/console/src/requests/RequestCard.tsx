import type { RequestRow } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Desk } from '../app/Desk.ts';
import { useAction } from '../app/useAction.ts';
import { languageName } from '../format/languageName.ts';
import { Badge } from '../parts/Badge.tsx';
import { Problem } from '../parts/Problem.tsx';
import { whoText } from '../words/whoText.ts';
import { word } from '../words/word.ts';
import { contactHref } from './contactHref.ts';
import { SharedFacts } from './SharedFacts.tsx';

/** One request. Name, contact and text are the visitor's own words and stay text. */
export function RequestCard({ row, desk, put }: { readonly row: RequestRow; readonly desk: Desk; readonly put: (row: RequestRow) => void }): JSX.Element {
  const id = useId();
  const { busy, failure, run } = useAction();
  const { api, format, say, site } = desk;
  const href = contactHref(row.contact);
  const press = (): void => void run(() => api.answerRequest(site.id, row.id), (answered) => {
    say(word('request.done', { name: row.name || word('request.nameless') }));
    put(answered);
  });
  return (
    <article class="card request" aria-labelledby={id}>
      <header class="campaign-head">
        <h2 id={id} dir="auto" tabIndex={-1}>{row.name || word('request.nameless')}</h2>
        <Badge tone={row.status === 'open' ? 'warn' : 'good'} text={word(`request.${row.status}`)} />
        <p class="note"><time dateTime={new Date(row.at).toISOString()}>{format.dateTime(row.at)}</time> · {languageName(row.locale, desk.locale)}{row.campaign && <> · <code>{row.campaign}</code></>}</p>
        {row.status === 'open' && <div class="actions"><button type="button" class="primary" disabled={busy} onClick={press} aria-describedby={id}>{word('request.answer')}</button></div>}
      </header>
      <Problem failure={failure} />
      <p class="contact"><span class="note">{word('request.contact')}</span> {row.contact ? (href ? <a href={href}>{row.contact}</a> : <span dir="auto">{row.contact}</span>) : '–'}</p>
      <div class={row.shared ? 'request-body' : 'request-body alone'}>
        {row.text && <blockquote dir="auto">{row.text}</blockquote>}
        {row.shared ? <SharedFacts shared={row.shared} desk={desk} /> : <p class="note">{word('request.unshared')}</p>}
      </div>
      {row.status === 'answered' && row.answeredAt !== undefined && <p class="note">{word('request.by', { who: whoText(row.answeredBy ?? '–'), date: format.dateTime(row.answeredAt) })}</p>}
    </article>
  );
}
