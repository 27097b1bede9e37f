import { readFileSync } from 'node:fs';
import type { SessionDetail } from '@tactful/protocol';
import { startSaas } from '../../../../examples/saas/server.mjs';
import { startShop } from '../../../../examples/shop/server.mjs';
import { launchBrowser } from '../../harness/launchBrowser.ts';
import { createAdmin, type Admin, type SiteKeys } from './createAdmin.ts';
import { createWire, type Wire } from './createWire.ts';
import { findVisitor, type Drawn } from './findVisitor.ts';
import { openVisitor, type Tab, type Visitor } from './openVisitor.ts';
import { startCollector } from './startCollector.ts';

type Arm = 'treatment' | 'control' | 'holdout';

/** The whole house: the real Worker, the example's server, a real browser, and a wire between page and Worker. */
export interface Stage {
  readonly admin: Admin;
  readonly wire: Wire;
  readonly site: SiteKeys;
  /** Address of the example. */
  readonly origin: string;
  /** As published, to be changed and published again. */
  readonly source: any;
  /** A visitor whom the arms' own hash puts into that arm of that campaign. */
  draw(campaign: string, arm: Arm): Promise<Drawn>;
  open(wish?: { consent?: 'granted' | 'denied'; drawn?: Drawn; viewport?: { width: number; height: number } }): Promise<Visitor>;
  /** Such a visitor with a first tab, where the banner was answered with yes. */
  enter(campaign: string, arm: Arm): Promise<{ readonly drawn: Drawn; readonly visitor: Visitor; readonly tab: Tab }>;
  /** What the Worker stored of this visitor, once that is so. Lets the visitor's time pass meanwhile. */
  stored(visitor: Visitor, drawn: Drawn, when: (detail: SessionDetail) => boolean): Promise<SessionDetail>;
  close(): Promise<void>;
}

const LOOKS = 200;
const EXAMPLES = { shop: startShop, saas: startSaas };

export async function createStage(example: keyof typeof EXAMPLES = 'shop'): Promise<Stage> {
  const collector = await startCollector();
  const wire = await createWire(collector.url);
  const admin = createAdmin(collector.url.origin, collector.deployToken);
  const site = await admin.addSite({ name: 'Demo', id: 'demo', key: 'pk_demo', origins: ['http://localhost:1'] });
  const served = await EXAMPLES[example]({ port: 0, host: wire.origin, key: site.key, secret: site.secret });
  await admin.setOrigins(site.id, [served.origin]);
  const source = JSON.parse(readFileSync(new URL(`../../../../examples/${example}/tactful.json`, import.meta.url), 'utf8'));
  await admin.publish(site.id, source);
  // These visitors are people: a browser that says it is driven by a machine is stored, but left out of every report.
  const browser = await launchBrowser('--disable-blink-features=AutomationControlled');
  const draw: Stage['draw'] = async (campaign, arm) => findVisitor(await admin.served(site.key), campaign, arm);
  const open: Stage['open'] = (wish = {}) => openVisitor({ browser, wire, origin: served.origin, ...wish });
  return {
    admin, wire, site, source, draw, open, origin: served.origin,
    async enter(campaign, arm) {
      const drawn = await draw(campaign, arm);
      const visitor = await open({ consent: 'granted', drawn });
      return { drawn, visitor, tab: await visitor.newTab() };
    },
    async stored(visitor, drawn, when) {
      for (let look = 0; look < LOOKS; look++) {
        for (const { session } of await admin.sessions(site.id)) {
          const detail = await admin.session(site.id, session);
          if (detail.summary.visitor === drawn.visitor && when(detail)) return detail;
        }
        await visitor.run(1_000);
      }
      throw new Error(`Nothing such was stored of ${drawn.visitor}.`);
    },
    async close() {
      await browser.close();
      await served.close();
      await wire.close();
      await collector.close();
    },
  };
}
