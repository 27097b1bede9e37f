import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { routeTo } from '../app/route.ts';
import { useResource } from '../app/useResource.ts';
import { CsvLink } from '../parts/CsvLink.tsx';
import { Empty } from '../parts/Empty.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Room } from '../parts/Room.tsx';
import { word } from '../words/word.ts';
import { CampaignCard } from './CampaignCard.tsx';
import { HaltSwitch } from './HaltSwitch.tsx';
import { CampaignTabs } from './CampaignTabs.tsx';

/** Every campaign with what it did and what that was worth against its control group. */
export function CampaignsRoom({ desk }: { readonly desk: Desk }): JSX.Element {
  const campaigns = useResource(desk.site.id, () => desk.api.campaigns(desk.site.id));
  return (
    <Room title={word('room.campaigns')} lead={word('campaigns.lead')} aside={<CampaignTabs desk={desk} here="results" />}>
      <Loaded resource={campaigns}>
        {rows => rows.length > 0
          ? (
            <>
              <div class="campaigns-bar">{desk.may('editor') && <a class="button" href={routeTo(desk.site.id, 'campaigns', 'add')}>{word('campaigns.add')}</a>}<CsvLink one desk={desk} table="campaigns" name={word('room.campaigns')} /><CsvLink one desk={desk} table="gates" name={word('gates.title')} /><HaltSwitch desk={desk} /></div>
              <div class="campaigns">{rows.map(campaign => <CampaignCard key={campaign.id} campaign={campaign} desk={desk} changed={campaigns.reload} />)}</div>
              <p class="note small">{word('campaigns.look')}</p>
            </>
          )
          : <Empty title={word('campaigns.empty')}><p>{word('campaigns.empty.body')}</p>{desk.may('editor') && <p><a class="button primary" href={routeTo(desk.site.id, 'campaigns', 'add')}>{word('campaigns.empty.go')}</a></p>}</Empty>}
      </Loaded>
    </Room>
  );
}
