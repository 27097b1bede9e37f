import type { Installation } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { routeTo } from '../app/route.ts';
import { Icon } from '../parts/Icon.tsx';
import { Snippet } from '../parts/Snippet.tsx';
import { word } from '../words/word.ts';
import { snippetFor } from './snippetFor.ts';

/** Whether summaries arrive; if not, why, and what to do about it. `quiet`: they did, but none of late. */
export function InstallationNote({ desk, installation, loads, quiet = false }: {
  readonly desk: Desk; readonly installation: Installation; readonly loads: number; readonly quiet?: boolean;
}): JSX.Element {
  const snippet = snippetFor({ origin: location.origin, key: desk.site.key ?? 'pk_…', consent: 'pending' });
  if (installation === 'installed') return <p class="banner good wide"><Icon name="check" /><span>{word(quiet ? 'installed.quiet' : 'installed')}</span></p>;
  if (installation === 'nothing_yet') {
    return (
      <section class="card wide guide" aria-label={word('nothing.title')}>
        <h2>{word('nothing.title')}</h2>
        <ol class="fixes steps">
          <li><h3>{word('nothing.tag')}</h3><p>{word('nothing.body')}</p><Snippet code={snippet} label={word('snippet')} /></li>
          <li><h3>{word('nothing.visit')}</h3><p>{word('nothing.next')}</p></li>
          <li><h3>{word('nothing.campaign')}</h3><p>{word('nothing.begin')}</p>{desk.may('editor') && <p><a class="button" href={routeTo(desk.site.id, 'campaigns', 'add')}>{word('campaigns.empty.go')}</a></p>}</li>
        </ol>
      </section>
    );
  }
  return (
    <section class="card wide guide warn" aria-label={word('consent.title')}>
      <h2><Icon name="warn" />{word('consent.title')}</h2>
      <p>{word('consent.body', { n: desk.format.count(loads) })}</p>
      <ol class="fixes">
        <li><h3>{word('consent.fix1')}</h3><p>{word('consent.fix1.body')}</p><Snippet code={`tactful('consent', 'granted')`} label={word('consent.fix1')} /></li>
        <li><h3>{word('consent.fix2')}</h3><p>{word('consent.fix2.body')}</p></li>
        <li><h3>{word('consent.fix3')}</h3><p>{word('consent.fix3.body')}</p><Snippet code={snippetFor({ origin: location.origin, key: desk.site.key ?? 'pk_…', consent: 'granted' })} label={word('consent.fix3')} /></li>
      </ol>
    </section>
  );
}
