import type { ConfigVersion } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { routeTo } from '../app/route.ts';
import { useResource } from '../app/useResource.ts';
import { CampaignTabs } from '../campaigns/CampaignTabs.tsx';
import { Badge } from '../parts/Badge.tsx';
import { Empty } from '../parts/Empty.tsx';
import { failureText } from '../parts/failureText.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Room } from '../parts/Room.tsx';
import { word } from '../words/word.ts';
import { VersionDiff } from './VersionDiff.tsx';

/** What was published before, against what is live, and the way back. `version` 0: none chosen. */
export function VersionsRoom({ desk, version }: { readonly desk: Desk; readonly version: number }): JSX.Element {
  const versions = useResource(desk.site.id, () => desk.api.versions(desk.site.id));
  const rollBack = async (old: number): Promise<void> => {
    const answer = await desk.api.rollback(desk.site.id, old);
    desk.say(answer.ok ? word('versions.done', { old, version: answer.value.version }) : failureText(answer.failure));
    if (!answer.ok) return;
    location.hash = routeTo(desk.site.id, 'campaigns', 'versions');
    versions.reload();
  };
  return (
    <Room title={word('versions.title')} lead={word('versions.lead')} aside={<CampaignTabs desk={desk} here="versions" />}>
      <Loaded resource={versions}>
        {rows => rows.length === 0
          ? <Empty title={word('versions.empty')}><p>{word('versions.empty.body')}</p></Empty>
          : (
            <div class="versions">
              <ol class="card flush version-list" aria-label={word('versions.list')}>{rows.map(row => <Row key={row.version} row={row} desk={desk} chosen={row.version === version} />)}</ol>
              <Chosen key={version} desk={desk} rows={rows} version={version} rollBack={rollBack} />
            </div>
          )}
      </Loaded>
    </Room>
  );
}

function Chosen({ desk, rows, version, rollBack }: { readonly desk: Desk; readonly rows: readonly ConfigVersion[]; readonly version: number; readonly rollBack: (old: number) => Promise<void> }): JSX.Element {
  const live = rows.find(row => row.live);
  const old = rows.find(row => row.version === version) ?? rows.find(row => !row.live);
  if (!old || !live || old.live) return <p class="note">{word('versions.same')}</p>;
  return <VersionDiff key={`${old.version}:${live.version}`} desk={desk} old={old.version} live={live.version} rollBack={() => rollBack(old.version)} />;
}

function Row({ row, desk, chosen }: { readonly row: ConfigVersion; readonly desk: Desk; readonly chosen: boolean }): JSX.Element {
  return (
    <li>
      <a href={routeTo(desk.site.id, 'campaigns', 'versions', String(row.version))} aria-current={chosen ? 'true' : undefined}>
        <span class="version-name">{word('versions.row', { version: row.version })} {row.live && <Badge tone="good" text={word('versions.live')} />}</span>
        <span class="note">{word('versions.by', { date: desk.format.dateTime(row.at), who: row.by })}</span>
        {row.note && <span>{row.note}</span>}
      </a>
    </li>
  );
}
