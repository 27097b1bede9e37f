import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { routeTo } from '../app/route.ts';
import { word } from '../words/word.ts';

export type CampaignTab = 'results' | 'edit' | 'versions' | 'model';

/** The sides of campaigns: what they earned, what they say, what they said before, and what was learned for them. */
export function CampaignTabs({ desk, here }: { readonly desk: Desk; readonly here: CampaignTab }): JSX.Element {
  return (
    <nav class="tabs" aria-label={word('room.campaigns')}>
      {(['results', 'edit', 'versions', 'model'] as const).filter(tab => tab !== 'edit' || desk.may('editor')).map(tab => (
        <a key={tab} href={routeTo(desk.site.id, 'campaigns', tab === 'results' ? '' : tab)} aria-current={tab === here ? 'page' : undefined}>{word(`tab.${tab}`)}</a>
      ))}
    </nav>
  );
}
