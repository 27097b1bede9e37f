import { readFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import type { SessionDetail } from '@tactful/protocol';
import { startShop } from '../../../../examples/shop/server.mjs';
import { createAdmin, type Admin, type SiteKeys } from './createAdmin.ts';
import { createWire, type Wire } from './createWire.ts';
import { findVisitor, type Drawn } from './findVisitor.ts';
import { openVisitor, type Visitor } from './openVisitor.ts';
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
  /** What the Worker stored of this visitor, once that is so. Lets the visitor's time pass meanwhile. */
  stored(visitor: Visitor, drawn: Drawn, when: (detail: SessionDetail) => boolean): Promise<SessionDetail>;
  close(): Promise<void>;
}

const LOOKS = 200;

export async function createStage(): Promise<Stage> {
  const collector = await startCollector();
  const wire = await createWire(collector.url);
  const admin = createAdmin(collector.url.origin, collector.deployToken);
  const site = await admin.addSite({ name: 'Demo', id: 'demo', key: 'pk_demo', origins: ['http://localhost:1'] });
  const shop = await startShop({ port: 0, host: wire.origin, key: site.key, secret: site.secret });
  await admin.setOrigins(site.id, [shop.origin]);
  const source = JSON.parse(readFileSync(new URL('../../../../examples/shop/tactful.json', import.meta.url), 'utf8'));
  await admin.publish(site.id, source);
  const browser: Browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'],
  });
  return {
    admin, wire, site, source, origin: shop.origin,
    async draw(campaign, arm) {
      const served = await admin.served(site.key);
      const { control } = served.campaigns.find(({ id }) => id === campaign)!;
      return findVisitor({ salt: served.site.salt, campaign, arm, control, holdout: served.holdout });
    },
    open: (wish = {}) => openVisitor({ browser, wire, origin: shop.origin, ...wish }),
    async stored(visitor, drawn, when) {
      for (let look = 0; look < LOOKS; look++) {
        for (const { session } of await admin.sessions(site.id)) {
          const detail = await admin.session(site.id, session);
          if (detail.summary.visitor === drawn.visitor && when(detail)) return detail;
        }
        await visitor.run(100);
      }
      throw new Error(`Nothing such was stored of ${drawn.visitor}.`);
    },
    async close() {
      await browser.close();
      await shop.close();
      await wire.close();
      await collector.close();
    },
  };
}
