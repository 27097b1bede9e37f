import { LIMITS } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { useResource } from '../app/useResource.ts';
import { Card } from '../parts/Card.tsx';
import { CsvLink } from '../parts/CsvLink.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Room } from '../parts/Room.tsx';
import { word } from '../words/word.ts';
import { AuditTable } from './AuditTable.tsx';
import { MemberForm } from './MemberForm.tsx';
import { MemberTable } from './MemberTable.tsx';

/** Who may work on the site, and who changed what; for its owners. */
export function TeamRoom({ desk }: { readonly desk: Desk }): JSX.Element {
  const { api, site } = desk;
  const members = useResource(site.id, () => api.members(site.id));
  const audit = useResource(site.id, () => api.audit(site.id));
  const changed = (): void => {
    members.reload();
    audit.reload();
  };
  return (
    <Room title={word('room.team')} lead={word('team.lead')} aside={<button type="button" class="quiet" onClick={changed}>{word('refresh')}</button>}>
      <div class="board">
        <Card title={word('team.members')} note={<>{word('team.members.note')} <CsvLink desk={desk} table="staff" name={word('team.members')} /></>}>
          <Loaded resource={members}>{rows => <MemberTable desk={desk} rows={rows} changed={changed} />}</Loaded>
        </Card>
        <Card title={word('team.add')} note={word('team.add.note')}><MemberForm desk={desk} changed={changed} /></Card>
        <Card title={word('audit.title')} note={<>{word('audit.note', { n: LIMITS.auditListed })} <CsvLink desk={desk} table="audit" name={word('audit.title')} /></>} wide>
          <Loaded resource={audit}>{rows => <AuditTable desk={desk} rows={rows} />}</Loaded>
        </Card>
      </div>
    </Room>
  );
}
