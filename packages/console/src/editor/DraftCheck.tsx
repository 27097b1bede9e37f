import { parseConfig, type Backtest } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Desk } from '../app/Desk.ts';
import { useAction } from '../app/useAction.ts';
import { Card } from '../parts/Card.tsx';
import { Problem } from '../parts/Problem.tsx';
import { word } from '../words/word.ts';
import { BoundsTable } from './BoundsTable.tsx';
import { playDraft, type PlayedStory } from './playDraft.ts';
import { StoryTable } from './StoryTable.tsx';

interface Check { readonly text: string; readonly backtest: Backtest; readonly stories: readonly PlayedStory[] }

/** What the draft would have done, before it goes live: between which numbers in stored sessions, and exactly in stories. `valid`: it has no mistakes. */
export function DraftCheck({ desk, text, valid }: { readonly desk: Desk; readonly text: string; readonly valid: boolean }): JSX.Element {
  const { busy, failure, run } = useAction();
  const [check, setCheck] = useState<Check>();
  const { api, format, site } = desk;
  const press = (): void => {
    const parsed = parseConfig(JSON.parse(text));
    if (parsed.ok) void run(() => api.backtest(site.id, parsed.value), backtest => setCheck({ text, backtest, stories: playDraft(parsed.value) }));
  };
  return (
    <Card title={word('check.title')} note={word('check.lead')}>
      <div class="actions">
        <button type="button" disabled={busy || !valid} onClick={press}>{word(busy ? 'check.busy' : 'check.go')}</button>
        {check && check.text !== text && <p class="note" role="status">{word('check.old')}</p>}
      </div>
      <Problem failure={failure} />
      {check && <>
        <BoundsTable backtest={check.backtest} format={format} />
        <StoryTable stories={check.stories} format={format} />
      </>}
    </Card>
  );
}
