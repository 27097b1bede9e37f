import { readFileSync } from 'node:fs';
import type { Summary } from '@tactful/protocol';
import { compileEvents } from '../../../packages/protocol/src/compile/compileEvents.ts';
import { compileParts } from '../../../packages/protocol/src/compile/compileParts.ts';
import { campaign, deviceConfig } from '../harness/deviceConfig.ts';
import { openStage, type Stage } from '../harness/openStage.ts';
import { openTab, type Tab } from '../harness/openTab.ts';

/** A fresh site: no pages, no sources; what every compiled configuration says, and a goal. */
const freshSite = deviceConfig({
  pages: [], events: compileEvents(), sources: ['dataLayer'], parts: compileParts([]),
  campaigns: [
    campaign('goal', [{ on: 'page', page: 'type:feature' }], { status: 'shadow', goal: { event: 'purchase', within: 86_400_000 } }),
    campaign('coupon', [{ on: 'event', name: 'applied_coupon' }], { status: 'shadow' }),
  ],
});

/** One visit of one page that says what a vendor's documentation says it would. */
export interface ShopVisit {
  readonly tab: Tab;
  /** Runs one of the page's `steps`. */
  step(name: string): Promise<unknown>;
  summary(): Promise<Summary>;
  cart(): Promise<Pick<Summary['cart'], 'stage' | 'value' | 'currency' | 'items'>>;
  /** Counters that are told apart by event. */
  counts(): Promise<Record<string, number>>;
  /** The pages that were recognized. */
  types(): Promise<string[]>;
  close(): Promise<void>;
}

export interface ShopStage { open(page: string, path?: string): Promise<ShopVisit>; close(): Promise<void>; readonly stage: Stage }

const OWN = /^(view_|select_|add_|remove_|begin_|purchase|refund|form_errors$|form_errors_run)/;

export async function openShops(): Promise<ShopStage> {
  const stage = await openStage(freshSite);
  return {
    stage,
    async open(page, path = '/x') {
      stage.body = readFileSync(new URL(`pages/${page}.html`, import.meta.url), 'utf8').replace('<!-- jquery -->', () =>
        `<script>${readFileSync(new URL('../../../node_modules/jquery/dist/jquery.min.js', import.meta.url), 'utf8')}</script>`);
      const visitor = await stage.visitor();
      const tab = await openTab(stage, visitor, path);
      const summary = (): Promise<Summary> => tab.call('summary');
      return {
        tab, summary,
        cart: async () => {
          const { stage, value, currency, items } = (await summary()).cart;
          return { stage, value, currency, items } as Summary['cart'];
        },
        step: (name) => tab.page.evaluate((one) => (window as any).steps[one](), name),
        counts: async () => Object.fromEntries(Object.entries((await summary()).counts).filter(([name]) => OWN.test(name))),
        types: async () => Object.keys((await summary()).pages),
        close: () => visitor.close(),
      };
    },
    close: () => stage.close(),
  };
}
