import type { ConfigVersion } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Desk } from '../app/Desk.ts';
import { routeTo } from '../app/route.ts';
import { useResource } from '../app/useResource.ts';
import { CampaignTabs } from '../campaigns/CampaignTabs.tsx';
import { Badge } from '../parts/Badge.tsx';
import { CsvLink } from '../parts/CsvLink.tsx';
import { Empty } from '../parts/Empty.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Room } from '../parts/Room.tsx';
import { whoText } from '../words/whoText.ts';
import { word } from '../words/word.ts';
import { VersionDiff } from './VersionDiff.tsx';

/** What was published before, against what is live, and the way back. `version` 0: none chosen. */
export function VersionsRoom({ desk, version }: { readonly desk: Desk; readonly version: number }): JSX.Element {
  const versions = useResource(desk.site.id, () => desk.api.versions(desk.site.id));
  const [overtaken, setOvertaken] = useState(0);
  const rolledBack = (old: number, version: number): void => {
    desk.say(word('versions.done', { old, version }));
    location.hash = routeTo(desk.site.id, 'campaigns', 'versions');
    setOvertaken(0);
    versions.reload();
  };
  /** Nothing was done: what is live now is read, and the comparison made anew, before it is asked again. */
  const stop = (old: number, live: number): void => {
    setOvertaken(live);
    location.hash = routeTo(desk.site.id, 'campaigns', 'versions', String(old));
    versions.reload();
  };
  return (
    <Room title={word('versions.title')} lead={word('versions.lead')} aside={<CampaignTabs desk={desk} here="versions" />}>
      <Loaded resource={versions}>
        {rows => {
          const live = rows.find(row => row.live);
          const shown = rows.find(row => row.version === version) ?? rows.find(row => !row.live);
          if (rows.length === 0) return <Empty title={word('versions.empty')}><p>{word('versions.empty.body')}</p></Empty>;
          return (
            <>
              {overtaken > 0 && live && live.version > overtaken && <p class="banner warn" role="alert">{word('versions.overtaken', { version: live.version, who: whoText(live.by) })}</p>}
              <div class="campaigns-bar"><CsvLink desk={desk} table="versions" name={word('versions.title')} /></div>
              <div class="versions">
                <ol class="card flush version-list" aria-label={word('versions.list')}>{rows.map(row => <Row key={row.version} row={row} desk={desk} chosen={row === shown} />)}</ol>
                {shown && live && !shown.live
                  ? <VersionDiff key={`${shown.version}:${live.version}`} desk={desk} old={shown.version} live={live.version} rolledBack={next => rolledBack(shown.version, next)} overtaken={() => stop(shown.version, live.version)} />
                  : <p class="note">{word('versions.same')}</p>}
              </div>
            </>
          );
        }}
      </Loaded>
    </Room>
  );
}

function Row({ row, desk, chosen }: { readonly row: ConfigVersion; readonly desk: Desk; readonly chosen: boolean }): JSX.Element {
  return (
    <li>
      <a href={routeTo(desk.site.id, 'campaigns', 'versions', String(row.version))} aria-current={chosen ? 'true' : undefined}>
        <span class="version-name">{word('versions.row', { version: row.version })} {row.live && <Badge tone="good" text={word('versions.live')} />}</span>
        <span class="note">{word('versions.by', { date: desk.format.dateTime(row.at), who: whoText(row.by) })}</span>
        {row.note && <span>{row.note}</span>}
      </a>
    </li>
  );
}
