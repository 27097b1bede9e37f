import type { CampaignReport } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { routeTo } from '../app/route.ts';
import { useResource } from '../app/useResource.ts';
import { Empty } from '../parts/Empty.tsx';
import { failureText } from '../parts/failureText.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Room } from '../parts/Room.tsx';
import { word } from '../words/word.ts';
import { CampaignCard } from './CampaignCard.tsx';
import { HaltSwitch } from './HaltSwitch.tsx';
import { CampaignTabs } from './CampaignTabs.tsx';

/** Every campaign with what it did and what that was worth against its control group. */
export function CampaignsRoom({ desk }: { readonly desk: Desk }): JSX.Element {
  const campaigns = useResource(desk.site.id, () => desk.api.campaigns(desk.site.id));
  const turn = async ({ id, name, status }: CampaignReport): Promise<void> => {
    const action = status === 'paused' ? 'resume' : 'pause';
    const answer = await desk.api.setCampaign(desk.site.id, id, action);
    desk.say(answer.ok ? word(`campaign.${action}.done`, { name, version: answer.value.version }) : failureText(answer.failure));
    if (answer.ok) campaigns.reload();
  };
  return (
    <Room title={word('room.campaigns')} lead={word('campaigns.lead')} aside={<CampaignTabs desk={desk} here="results" />}>
      <Loaded resource={campaigns}>
        {rows => rows.length > 0
          ? (
            <>
              <HaltSwitch desk={desk} />
              <div class="campaigns">{rows.map(campaign => <CampaignCard key={campaign.id} campaign={campaign} desk={desk} turn={() => turn(campaign)} />)}</div>
              <p class="note small">{word('campaigns.look')}</p>
            </>
          )
          : <Empty title={word('campaigns.empty')}><p>{word('campaigns.empty.body')}</p><p><a class="button primary" href={routeTo(desk.site.id, 'campaigns', 'edit')}>{word('campaigns.empty.go')}</a></p></Empty>}
      </Loaded>
    </Room>
  );
}
