import type { JSX } from 'preact';
import type { Format } from '../format/createFormat.ts';
import { Table } from '../parts/Table.tsx';
import { word } from '../words/word.ts';
import type { PlayedStory } from './playDraft.ts';

/** What of a draft is shown in each story, and how long into it. */
export function StoryTable({ stories, format }: { readonly stories: readonly PlayedStory[]; readonly format: Format }): JSX.Element {
  return (
    <section class="tried">
      <h3>{word('check.stories')}</h3>
      <p class="note">{word('check.stories.lead')}</p>
      <Table
        label={word('check.stories')} rows={stories} id={({ id }) => id}
        columns={[
          { title: word('check.story'), cell: ({ tells }) => tells },
          { title: word('check.shows'), cell: ({ shown }) => shown.length === 0 ? <span class="note">{word('check.nothing')}</span> : shown.map(one => <div key={one.campaign}><code>{one.campaign}</code> {word('check.after', { span: format.span(one.afterMs) })}</div>) },
        ]}
      />
    </section>
  );
}
