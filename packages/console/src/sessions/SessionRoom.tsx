import type { Exposure } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { routeTo } from '../app/route.ts';
import { useResource } from '../app/useResource.ts';
import { Card } from '../parts/Card.tsx';
import { CsvLink } from '../parts/CsvLink.tsx';
import { Empty } from '../parts/Empty.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Room } from '../parts/Room.tsx';
import { word } from '../words/word.ts';
import { botText } from './botText.ts';
import { ExposureCard } from './ExposureCard.tsx';
import { GateList } from './GateList.tsx';
import { SessionFacts } from './SessionFacts.tsx';
import { IntentTable } from './IntentTable.tsx';
import { SessionTables } from './SessionTables.tsx';
import { triggerText } from './triggerText.ts';

/** One session as the edge has it: the merged summary, and why each message was or was not shown. */
export function SessionRoom({ desk, session }: { readonly desk: Desk; readonly session: string }): JSX.Element {
  const detail = useResource(`${desk.site.id}/${session}`, () => desk.api.session(desk.site.id, session));
  const campaigns = useResource(desk.site.id, () => desk.api.campaigns(desk.site.id));
  const config = useResource(desk.site.id, () => desk.api.config(desk.site.id));
  /** Only of the version that decided: a later one may wait for something else. */
  const triggerOf = ({ campaign, version }: Exposure): string | undefined =>
    campaigns.data?.some(one => one.id === campaign && one.version === version) ? triggerText(config.data?.source, campaign) : undefined;
  const nameOf = (id: string): string => campaigns.data?.find(campaign => campaign.id === id)?.name ?? id;
  const back = <a class="button quiet" href={routeTo(desk.site.id, 'sessions')}><Icon name="back" />{word('room.sessions')}</a>;
  if (detail.failure?.code === 'not_found') {
    return <Room title={word('session.title')} lead={<code>{session}</code>} aside={back}><Empty title={word('session.gone')}><p>{word('session.gone.body')}</p></Empty></Room>;
  }
  return (
    <Room title={word('session.title')} lead={<code>{session}</code>} aside={<div class="asides"><CsvLink desk={desk} table={`sessions/${encodeURIComponent(session)}/values`} name={word('session.title')} />{back}</div>}>
      <Loaded resource={detail} rows={4}>
        {({ bot, summary, parts, exposures, model }) => (
          <div class="board">
            {bot && <div class="banner warn wide"><p><b>{word('session.bot.title')}.</b> {botText(summary, desk.format)}</p></div>}
            <SessionFacts summary={summary} parts={parts} format={desk.format} locale={desk.locale} />
            <Card title={word('session.chances')} note={word('session.chances.note')} wide>
              {exposures.length > 0
                ? <ol class="exposures">{exposures.map(exposure => <ExposureCard key={exposure.id} exposure={exposure} name={nameOf(exposure.campaign)} trigger={triggerOf(exposure)} format={desk.format} />)}</ol>
                : <Empty title={word('session.quiet')}><p>{word(Object.keys(summary.gates).length > 0 ? 'session.quiet.stopped' : 'session.quiet.body')}</p></Empty>}
            </Card>
            <IntentTable summary={summary} model={model} desk={desk} />
            <div class="masonry wide">
              <Card title={word('gates.session.title')} note={word('gates.session')}><GateList gates={summary.gates} nameOf={nameOf} format={desk.format} /></Card>
              <SessionTables summary={summary} desk={desk} />
            </div>
          </div>
        )}
      </Loaded>
    </Room>
  );
}
