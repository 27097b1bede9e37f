import type { ConfigDocument } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Desk } from '../app/Desk.ts';
import { failureText } from '../parts/failureText.ts';
import { whoText } from '../words/whoText.ts';
import { word } from '../words/word.ts';
import { ConflictNote } from './ConflictNote.tsx';
import type { Editor } from './createEditor.ts';
import { DraftCheck } from './DraftCheck.tsx';
import { IssueList } from './IssueList.tsx';
import { JsonEditor } from './JsonEditor.tsx';
import { LiftPauseNote } from './LiftPauseNote.tsx';
import { locateCampaign } from './locateCampaign.ts';
import { RecipeList } from './RecipeList.tsx';
import { useConfigEdit } from './useConfigEdit.ts';
import { verdictOf } from './verdictOf.ts';

/** The editor with its verdict, the note and the way out: publish, or discard. */
export function ConfigEditor({ desk, first, campaign, adding }: { readonly desk: Desk; readonly first: ConfigDocument; readonly campaign: string; readonly adding: boolean }): JSX.Element {
  const edit = useConfigEdit({ desk, first, parse: verdictOf, storage: sessionStorage });
  const [note, setNote] = useState('');
  const [begun] = useState(edit.bare);
  const publish = (how?: { readonly over?: ConfigDocument; readonly lift?: readonly string[] }): void => void edit.publish(note, how).then(done => { if (done) setNote(''); });
  const open = (editor: Editor): void => {
    edit.ready(editor);
    const start = campaign ? locateCampaign(edit.text, campaign) : undefined;
    if (start !== undefined) editor.goTo(start);
  };
  const { base } = edit;
  return (
    <div class="edit">
      <p class="note">{base.version > 0 ? word('edit.base', { version: base.version, date: desk.format.dateTime(base.at), who: whoText(base.by) }) : word('edit.new')}{edit.kept && ` ${word('edit.kept')}`}</p>
      {edit.theirs && <ConflictNote mine={edit.text} theirs={edit.theirs} format={desk.format} take={edit.take} publish={over => publish({ over })} />}
      {edit.held.length > 0 && <LiftPauseNote held={edit.held} busy={edit.busy} lift={() => publish({ lift: edit.held })} />}
      {edit.failure && <p class="banner warn" role="alert">{failureText(edit.failure)}</p>}
      <RecipeList open={adding || begun} disabled={!edit.writable} add={recipe => void edit.add(recipe)} />
      <JsonEditor text={edit.text} label={word('edit.label')} onChange={edit.change} onReady={open} />
      <form class="edit-bar" onSubmit={event => { event.preventDefault(); publish(); }}>
        <label>{word('edit.note')}<input type="text" maxLength={200} value={note} onInput={event => setNote(event.currentTarget.value)} /></label>
        <div class="actions">
          <button type="button" onClick={edit.format}>{word('edit.format')}</button>
          <button type="button" disabled={!edit.changed} onClick={() => edit.take(base)}>{word('edit.discard')}</button>
          <button type="submit" class="primary" disabled={edit.busy || !edit.changed || edit.issues.length > 0 || edit.theirs !== undefined}>{word(edit.busy ? 'edit.publishing' : 'edit.publish')}</button>
        </div>
      </form>
      <IssueList issues={edit.issues} changed={edit.changed} fromServer={edit.fromServer} goTo={edit.goTo} />
      <DraftCheck desk={desk} text={edit.text} valid={edit.issues.length === 0} />
    </div>
  );
}
