import type { Overview } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { useResource } from '../app/useResource.ts';
import { Card } from '../parts/Card.tsx';
import { CsvLink } from '../parts/CsvLink.tsx';
import { Empty } from '../parts/Empty.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Room } from '../parts/Room.tsx';
import { Stat } from '../parts/Stat.tsx';
import { SessionTable } from '../sessions/SessionTable.tsx';
import { word } from '../words/word.ts';
import { InstallationNote } from './InstallationNote.tsx';
import { MinuteBars } from './MinuteBars.tsx';
import { PageTable } from './PageTable.tsx';
import { SignalTable } from './SignalTable.tsx';

const REFRESH_MS = 5_000;

/** What happens now, and today. */
export function OverviewRoom({ desk }: { readonly desk: Desk }): JSX.Element {
  const overview = useResource(desk.site.id, () => desk.api.overview(desk.site.id), REFRESH_MS);
  return (
    <Room title={word('room.overview')} lead={word('overview.lead')}>
      <Loaded resource={overview} rows={4}>{data => <Board desk={desk} data={data} />}</Loaded>
    </Room>
  );
}

function Board({ desk, data }: { readonly desk: Desk; readonly data: Overview }): JSX.Element {
  const { count, share } = desk.format;
  const { today } = data;
  const ofOrders = (n: number): string => word('today.orders.share', { share: share(n / today.purchases) });
  if (data.installation === 'nothing_yet') return <InstallationNote desk={desk} installation={data.installation} loads={today.configLoads} />;
  return (
    <div class="board level">
      <InstallationNote desk={desk} installation={data.installation} loads={today.configLoads} quiet={data.minutes.every(({ summaries }) => summaries === 0)} />
      <Card title={word('overview.today')} note={word('overview.today.note')} wide>
        <dl class="stats">
          <Stat name={word('today.sessions')} value={count(today.sessions)} />
          <Stat name={word('today.visitors')} value={count(today.visitors)} />
          <Stat name={word('today.exposures')} value={count(today.exposures)} />
          <Stat name={word('today.goals')} value={count(today.goals)} />
          <Stat name={word('today.loads')} value={count(today.configLoads)} />
          {today.bots > 0 && <Stat name={word('today.bots')} value={count(today.bots)} note={word('today.bots.share', { share: share(today.bots / (today.bots + today.sessions)) })} />}
          {today.unvalued > 0 && <Stat name={word('today.unvalued')} value={count(today.unvalued)} note={ofOrders(today.unvalued)} />}
          {today.otherCurrency > 0 && <Stat name={word('today.otherCurrency')} value={count(today.otherCurrency)} note={ofOrders(today.otherCurrency)} />}
        </dl>
        {today.bots > 0 && <p class="note">{word('today.bots.note')}</p>}
        {today.unvalued + today.otherCurrency > 0 && <p class="note">{word('today.orders.note')}</p>}
      </Card>
      <Card title={word('overview.live')} note={word('overview.live.note')}><MinuteBars minutes={data.minutes} format={desk.format} /></Card>
      <Card title={word('overview.signals')} note={<>{word('overview.signals.note')} {data.signals.length > 0 && <CsvLink desk={desk} table="signals" name={word('overview.signals')} />}</>}>
        {data.signals.length > 0 ? <SignalTable signals={data.signals} format={desk.format} /> : <Empty title={word('signals.empty')}><p>{word('signals.empty.body')}</p></Empty>}
      </Card>
      {data.pages.length > 0 && <Card title={word('overview.pages')} note={<>{word('overview.pages.note')} <CsvLink desk={desk} table="pages" name={word('overview.pages')} /></>}><PageTable pages={data.pages} format={desk.format} /></Card>}
      <Card title={word('overview.recent')} wide>
        {data.recent.length > 0 ? <SessionTable desk={desk} rows={data.recent} /> : <Empty title={word('sessions.empty')}><p>{word('sessions.empty.body')}</p></Empty>}
      </Card>
    </div>
  );
}
