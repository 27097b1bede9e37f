import type { CampaignReport, PreviewTicket } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Desk } from '../app/Desk.ts';
import { routeTo } from '../app/route.ts';
import { useAction } from '../app/useAction.ts';
import { Badge } from '../parts/Badge.tsx';
import { GateBars } from '../parts/GateBars.tsx';
import { Problem } from '../parts/Problem.tsx';
import { word } from '../words/word.ts';
import { wordOr } from '../words/wordOr.ts';
import { ArmTable } from './ArmTable.tsx';
import { LiftNote } from './LiftNote.tsx';
import { PreviewForm } from './PreviewForm.tsx';
import { SelfPauseNote } from './SelfPauseNote.tsx';
import { ThresholdNote } from './ThresholdNote.tsx';

const TONES = { live: 'good', shadow: 'shadow', paused: 'warn', draft: 'plain' } as const;

/** One campaign: its state, both arms, its lift, and what kept it from being shown. */
export function CampaignCard({ campaign, desk, changed }: { readonly campaign: CampaignReport; readonly desk: Desk; readonly changed: () => void }): JSX.Element {
  const id = useId();
  const { busy, failure, run } = useAction();
  const { api, format, say, site } = desk;
  const action = campaign.status === 'paused' ? 'resume' : 'pause';
  const press = (): void => void run(() => api.setCampaign(site.id, campaign.id, action), ({ version }) => {
    say(word(`campaign.${action}.done`, { name: campaign.name, version }));
    changed();
  });
  const [tuning, setTuning] = useState(false);
  const [ticket, setTicket] = useState<PreviewTicket>();
  const preview = (): void => void run(() => api.previewCampaign(site.id, campaign.id), setTicket);
  const due = [campaign.treatment, campaign.control, campaign.shadow].some(arm => arm !== undefined && arm.visitors > 0);
  const outcomes = Object.entries(campaign.outcomes).filter(([, n]) => n > 0);
  return (
    <article class="card campaign" aria-labelledby={id}>
      <header class="campaign-head">
        <h2 id={id}>{campaign.name}</h2>
        <Badge tone={TONES[campaign.status]} text={word(`status.${campaign.status}`)} />
        <p class="note">{wordOr('kind', campaign.kind)} · <code>{campaign.id}</code> · {word('campaign.version', { version: campaign.version })}</p>
        {desk.may('editor') && <div class="actions">
          {campaign.status !== 'draft' && <button type="button" disabled={busy} onClick={press} aria-describedby={id}>{word(`campaign.${action}`)}</button>}
          <button type="button" disabled={busy} onClick={preview} aria-describedby={id}>{word('preview.go')}</button>
          <a class="button" href={routeTo(site.id, 'campaigns', 'edit', campaign.id)} aria-describedby={id}>{word('tab.edit')}</a>
        </div>}
      </header>
      <Problem failure={failure} />
      {ticket && <PreviewForm key={ticket.token} ticket={ticket} name={campaign.name} />}
      {campaign.pausedItself ? <SelfPauseNote pause={campaign.pausedItself} format={format} /> : <p class="note">{word(`status.${campaign.status}.means`)}</p>}
      <div class="campaign-body">
        <ArmTable campaign={campaign} format={format} />
        <LiftNote campaign={campaign} format={format} />
      </div>
      <footer class="campaign-foot">
        {outcomes.length > 0 && <p class="outcomes">{word('ended.title')} {outcomes.map(([outcome, n]) => <span key={outcome}>{wordOr('ended', outcome)} <b>{format.count(n)}</b></span>)}</p>}
        {campaign.tuned && <details onToggle={event => setTuning(event.currentTarget.open)}>
          <summary>{word('threshold.title')}</summary>
          {tuning && <ThresholdNote desk={desk} campaign={campaign.id} />}
        </details>}
        <details>
          <summary>{word('gates.title')}</summary>
          {Object.keys(campaign.gates).length > 0 ? <GateBars gates={campaign.gates} format={format} /> : <p class="note">{word(due ? 'gates.unstopped' : 'gates.undue')}</p>}
        </details>
      </footer>
    </article>
  );
}
