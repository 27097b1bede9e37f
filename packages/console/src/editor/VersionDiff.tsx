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

/** One version against the live one, and the roll-back over that one with a second question before it. `overtaken`: somebody published since. */
export function VersionDiff({ desk, old, live, rolledBack, overtaken }: {
  readonly desk: Desk; readonly old: number; readonly live: number; readonly rolledBack: (version: number) => void; readonly overtaken: () => void;
}): JSX.Element {
  const [asked, setAsked] = useState(false);
  const { busy, failure, run } = useAction();
  const read = async (): Promise<Answer<Pair>> => {
    const [then, now] = await Promise.all([desk.api.config(desk.site.id, old), desk.api.config(desk.site.id, live)]);
    if (!then.ok) return then;
    return now.ok ? { ok: true, value: { old: then.value, live: now.value } } : now;
  };
  const pair = useResource(`${desk.site.id}/${old}/${live}`, read);
  const back = async ({ etag }: ConfigDocument): Promise<Answer<ConfigDocument>> => {
    const answer = await desk.api.rollback(desk.site.id, { version: old, etag });
    if (!answer.ok && answer.failure.code === 'conflict') overtaken();
    return answer;
  };
  const yes = (over: ConfigDocument): void => void run(() => back(over), ({ version }) => { setAsked(false); rolledBack(version); });
  const seen = pair.data?.live;
  return (
    <Card title={word('versions.diff', { version: old })} note={word('versions.diff.note', { version: old })}>
      <Loaded resource={pair} rows={2}>{documents => <JsonEditor text={textOf(documents.old)} against={textOf(documents.live)} label={word('versions.diff', { version: old })} />}</Loaded>
      <Problem failure={failure} />
      {desk.may('editor') && <div class="actions">
        {asked && seen
          ? <><p role="alert">{word('versions.sure', { version: old })}</p><button type="button" class="primary" disabled={busy} onClick={() => yes(seen)}>{word('versions.yes')}</button><button type="button" disabled={busy} onClick={() => setAsked(false)}>{word('versions.no')}</button></>
          : <button type="button" disabled={!seen} onClick={() => setAsked(true)}>{word('versions.back', { version: old })}</button>}
      </div>}
    </Card>
  );
}
