import { LIMITS } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { useResource } from '../app/useResource.ts';
import { Card } from '../parts/Card.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Room } from '../parts/Room.tsx';
import { word } from '../words/word.ts';
import { IdentityKeys } from './IdentityKeys.tsx';
import { RetentionForm } from './RetentionForm.tsx';
import { WebhookForm } from './WebhookForm.tsx';
import { WebhookTable } from './WebhookTable.tsx';

/** Where a site's events go, for how long its rows are kept, and by which keys its servers sign users; for its owners. */
export function SetupRoom({ desk }: { readonly desk: Desk }): JSX.Element {
  const { api, site } = desk;
  const webhooks = useResource(site.id, () => api.webhooks(site.id));
  const retention = useResource(site.id, () => api.retention(site.id));
  const keys = useResource(site.id, () => api.identityKeys(site.id));
  const reload = (): void => { for (const one of [webhooks, retention, keys]) one.reload(); };
  return (
    <Room title={word('room.setup')} lead={word('setup.lead')} aside={<button type="button" class="quiet" onClick={reload}>{word('refresh')}</button>}>
      <div class="board">
        <Card title={word('hooks.title')} note={word('hooks.note')} wide>
          <Loaded resource={webhooks}>{rows => <WebhookTable desk={desk} rows={rows} changed={webhooks.reload} />}</Loaded>
        </Card>
        <Card title={word('hooks.add')} note={word('hooks.add.note', { n: LIMITS.webhooks })}><WebhookForm desk={desk} changed={webhooks.reload} /></Card>
        <div class="stack">
          <Card title={word('keep.title')} note={word('keep.note')}>
            <Loaded resource={retention} rows={1}>{({ days }) => <RetentionForm key={days} desk={desk} days={days} changed={retention.put} />}</Loaded>
          </Card>
          <Card title={word('keys.title')} note={word('keys.note')}>
            <Loaded resource={keys}>{rows => <IdentityKeys desk={desk} rows={rows} changed={keys.reload} />}</Loaded>
          </Card>
        </div>
      </div>
    </Room>
  );
}
