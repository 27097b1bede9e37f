import type { PreviewTicket } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { word } from '../words/word.ts';
import { previewAddress } from './previewAddress.ts';

/** Where on the site to look at a campaign, and the link that shows it there. */
export function PreviewForm({ ticket, name }: { readonly ticket: PreviewTicket; readonly name: string }): JSX.Element {
  const [page, setPage] = useState(`${ticket.origins[0] ?? ''}/`);
  const address = previewAddress(page, ticket);
  return (
    <form class="preview" aria-label={word('preview.title', { name })} onSubmit={event => event.preventDefault()}>
      <label>{word('preview.page')}<input type="url" value={page} onInput={event => setPage(event.currentTarget.value)} /></label>
      {address
        ? <a class="button primary" href={address} target="_blank" rel="noopener noreferrer">{word('preview.open')}</a>
        : <p class="note" role="status">{word('preview.elsewhere', { list: ticket.origins.join(', ') })}</p>}
      <p class="note">{word('preview.note')}</p>
    </form>
  );
}
