import type { ConfigDocument } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Answer } from '../api/Answer.ts';
import type { Desk } from '../app/Desk.ts';
import { useAction } from '../app/useAction.ts';
import { useResource } from '../app/useResource.ts';
import { Card } from '../parts/Card.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Problem } from '../parts/Problem.tsx';
import { word } from '../words/word.ts';
import { JsonEditor } from './JsonEditor.tsx';
import { textOf } from './useConfigEdit.ts';

interface Pair { readonly old: ConfigDocument; readonly live: ConfigDocument }

/** One version against the live one, and the roll-back with a second question before it. */
export function VersionDiff({ desk, old, live, rolledBack }: { readonly desk: Desk; readonly old: number; readonly live: number; readonly rolledBack: (version: number) => void }): JSX.Element {
  const [asked, setAsked] = useState(false);
  const { busy, failure, run } = useAction();
  const read = async (): Promise<Answer<Pair>> => {
    const [then, now] = await Promise.all([desk.api.config(desk.site.id, old), desk.api.config(desk.site.id, live)]);
    if (!then.ok) return then;
    return now.ok ? { ok: true, value: { old: then.value, live: now.value } } : now;
  };
  const pair = useResource(`${desk.site.id}/${old}/${live}`, read);
  const yes = (): void => void run(() => desk.api.rollback(desk.site.id, old), ({ version }) => { setAsked(false); rolledBack(version); });
  return (
    <Card title={word('versions.diff', { version: old })} note={word('versions.diff.note', { version: old })}>
      <Loaded resource={pair} rows={2}>{documents => <JsonEditor text={textOf(documents.old)} against={textOf(documents.live)} label={word('versions.diff', { version: old })} />}</Loaded>
      <Problem failure={failure} />
      <div class="actions">
        {asked
          ? <><p role="alert">{word('versions.sure', { version: old })}</p><button type="button" class="primary" disabled={busy} onClick={yes}>{word('versions.yes')}</button><button type="button" disabled={busy} onClick={() => setAsked(false)}>{word('versions.no')}</button></>
          : <button type="button" onClick={() => setAsked(true)}>{word('versions.back', { version: old })}</button>}
      </div>
    </Card>
  );
}
