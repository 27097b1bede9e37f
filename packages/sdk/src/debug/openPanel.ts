import type { Milliseconds } from '@tactful/protocol';
import type { ActorCore } from '../act/actor.ts';
import type { Stop } from '../scope.ts';
import { VERSION } from '../version.ts';
import { campaignRow, type CampaignRow } from './campaignRow.ts';
import { createBox } from './createBox.ts';
import { factsOf } from './factsOf.ts';
import { loadWriter } from './loadWriter.ts';
import { say } from './say.ts';

/** Facts that come close together are drawn once. */
const EVERY_MS: Milliseconds = 400;
/** Campaigns that are drawn; of more, `explain(id)` tells. */
const MOST = 50;

/**
 * The panel: for each campaign which gate stops it, and every gate below; then the page's facts and the summary as it would be
 * sent. It looks when facts come, and decides nothing: `explain()` and `summary()` are what any page may ask for.
 */
export function openPanel(core: ActorCore): Stop {
  const rows = new Map<string, CampaignRow>();
  let due: Stop | undefined;
  let looking = false, closed = false;
  // The one place that every fact, and every deadline, comes by.
  const { settle } = core;
  core.settle = (fact) => {
    settle(fact);
    touch();
  };
  const unwatch = core.scope.listen(document, 'visibilitychange', () => touch());
  const { h, body, folded, close } = createBox(core, `Tactful debug ${VERSION}`, () => {
    closed = true;
    if (due) due();
    unwatch();
  });
  const list = h('div'), more = h('p', { class: 'note' }), facts = h('dl'), sent = h('pre');
  const summary = h('details', null, h('summary', null, h('b', null, 'Summary as it would be sent now')), sent);
  body.append(h('h3', null, 'Why each campaign is not shown'), list, more, h('h3', null, 'This page'), facts, summary);
  const look = async (): Promise<void> => {
    due = undefined;
    if (closed || folded() || document.hidden) return;
    looking = true;
    try {
      const { createActor } = await core.files('act'), writeJson = await loadWriter(core);
      if (closed || core.dead) return;
      const traces = createActor(core).explain();
      for (const [id, row] of rows) if (!traces.some(({ campaign }) => campaign == id) && rows.delete(id)) row.element.remove();
      for (const trace of traces.slice(0, MOST)) {
        const row = rows.get(trace.campaign) || campaignRow(h, trace.campaign);
        if (!rows.has(trace.campaign)) list.append(row.element);
        rows.set(trace.campaign, row);
        row.write(trace, core.engine!, core.now());
      }
      say(more, traces.length > MOST ? `and ${traces.length - MOST} more: tactful.explain('id')` : traces.length ? '' : 'None is live or shadow.');
      const told = factsOf(core);
      if (facts.childElementCount != 2 * told.length) {
        facts.textContent = '';
        facts.append(...told.flatMap(([name]) => [h('dt', null, name), h('dd')]));
      }
      told.forEach(([name, value], place) => {
        say(facts.children[2 * place] as HTMLElement, name);
        say(facts.children[2 * place + 1] as HTMLElement, value);
      });
      say(sent, summary.open ? writeJson(core.keeping.summary()).replace(/("\w[^"]*":)/g, '\n$1') : '');
    } finally {
      looking = false;
    }
  };
  const touch = (): void => {
    if (!due && !looking && !closed) due = core.scope.after(EVERY_MS, () => void core.scope.guard(look)());
  };
  summary.addEventListener('toggle', core.scope.guard(touch));
  void core.scope.guard(look)();
  return close;
}
