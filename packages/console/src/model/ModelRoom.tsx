import type { IntentState, ModelReport } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { useAction } from '../app/useAction.ts';
import { useResource } from '../app/useResource.ts';
import { CampaignTabs } from '../campaigns/CampaignTabs.tsx';
import { Card } from '../parts/Card.tsx';
import { Empty } from '../parts/Empty.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Problem } from '../parts/Problem.tsx';
import { Room } from '../parts/Room.tsx';
import { word } from '../words/word.ts';
import { ModelVersions } from './ModelVersions.tsx';
import { StateCard } from './StateCard.tsx';

/** What was learned of the site's visitors, how good it is, and the way back. */
export function ModelRoom({ desk }: { readonly desk: Desk }): JSX.Element {
  const { api, site, say } = desk;
  const report = useResource(site.id, () => api.model(site.id));
  const { busy, failure, run } = useAction();
  const train = (): void => void run(() => api.trainModel(site.id), ({ started }) => {
    say(word(started ? 'model.started' : report.data?.keptOut ? 'model.keptout' : 'model.running.already'));
    report.reload();
  });
  return (
    <Room title={word('tab.model')} lead={word('model.lead')} aside={<CampaignTabs desk={desk} here="model" />}>
      <div class="campaigns-bar">
        <button type="button" class="quiet" onClick={report.reload}>{word('refresh')}</button>
        {desk.may('editor') && <button type="button" disabled={busy} onClick={train}>{word('model.train')}</button>}
      </div>
      <Problem failure={failure} />
      <Loaded resource={report}>{value => <Learned desk={desk} report={value} changed={report.reload} />}</Loaded>
    </Room>
  );
}

function Learned({ desk, report, changed }: { readonly desk: Desk; readonly report: ModelReport; readonly changed: () => void }): JSX.Element {
  const { running, keptOut, states, versions, scheduledAt } = report;
  const tried = Object.entries(states).filter(([, { trial }]) => trial !== null) as [IntentState, NonNullable<ModelReport['states'][IntentState]>][];
  return (
    <>
      {keptOut && <p class="banner">{word('model.keptout')}</p>}
      {running && <p class="banner">{word('model.running', { state: word(`learned.${running.state as 'abandon'}`), share: desk.format.share(running.progress) })}</p>}
      {tried.length === 0 && !keptOut && <Empty title={word('model.empty')}><p>{word('model.empty.body')}</p></Empty>}
      <div class="board">
        {tried.map(([state, one]) => <StateCard key={state} desk={desk} state={state} report={one} />)}
        {versions.length > 0 && (
          <Card title={word('model.versions')} note={word('model.versions.note')} wide>
            <ModelVersions desk={desk} report={report} changed={changed} />
          </Card>
        )}
      </div>
      <p class="note">{scheduledAt === null ? word('model.unscheduled') : word('model.scheduled', { date: desk.format.dateTime(scheduledAt) })}</p>
    </>
  );
}
