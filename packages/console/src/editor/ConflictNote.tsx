import type { ConfigDocument } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Format } from '../format/createFormat.ts';
import { whoText } from '../words/whoText.ts';
import { word } from '../words/word.ts';
import { JsonEditor } from './JsonEditor.tsx';
import { printAlike } from './printAlike.ts';
import { textOf } from './useConfigEdit.ts';

/** Somebody published in between: both texts side by side, in one format, and the choice. */
export function ConflictNote({ mine, theirs, format, take, publish }: {
  readonly mine: string; readonly theirs: ConfigDocument; readonly format: Format;
  readonly take: (document: ConfigDocument) => void; readonly publish: (over: ConfigDocument) => void;
}): JSX.Element {
  return (
    <section class="card guide warn" role="alert" aria-label={word('conflict.title')}>
      <h2>{word('conflict.title')}</h2>
      <p>{word('conflict.body', { version: theirs.version, date: format.dateTime(theirs.at), who: whoText(theirs.by) })}</p>
      <JsonEditor key={`${theirs.etag}:${mine.length}`} text={printAlike(mine)} against={textOf(theirs)} label={word('conflict.diff')} />
      <div class="actions">
        <button type="button" onClick={() => take(theirs)}>{word('conflict.theirs')}</button>
        <button type="button" onClick={() => publish(theirs)}>{word('conflict.mine', { version: theirs.version })}</button>
      </div>
    </section>
  );
}
