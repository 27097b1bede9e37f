import type { ConfigDocument } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { useResource } from '../app/useResource.ts';
import type { Answer } from '../api/Answer.ts';
import { CampaignTabs } from '../campaigns/CampaignTabs.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Room } from '../parts/Room.tsx';
import { word } from '../words/word.ts';
import { ConfigEditor } from './ConfigEditor.tsx';

/** A site that never published: an empty file to begin with. Its `etag` fits whatever is there. */
const NOTHING: ConfigDocument = { version: 0, etag: '*', at: 0, by: '', source: { v: 1, campaigns: [] } };

/** The configuration, to be changed and published. `campaign`: where to begin. `adding`: with the recipes open. */
export function EditRoom({ desk, campaign = '', adding = false }: { readonly desk: Desk; readonly campaign?: string; readonly adding?: boolean }): JSX.Element {
  const read = async (): Promise<Answer<ConfigDocument>> => {
    const answer = await desk.api.config(desk.site.id);
    return !answer.ok && answer.failure.code === 'not_found' ? { ok: true, value: NOTHING } : answer;
  };
  const config = useResource(desk.site.id, read);
  return (
    <Room title={word('edit.title')} lead={word('edit.lead')} aside={<CampaignTabs desk={desk} here="edit" />}>
      <Loaded resource={config} rows={1}>{document => <ConfigEditor desk={desk} first={document} campaign={campaign} adding={adding} />}</Loaded>
    </Room>
  );
}
