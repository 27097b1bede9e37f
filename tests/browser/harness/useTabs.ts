import type { DeviceConfig } from '@tactful/protocol';
import type { BrowserContext, BrowserContextOptions } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import { openShadow } from '../widget/openShadow.ts';
import type { Stage } from './openStage.ts';
import { openTab, type Tab } from './openTab.ts';
import { useSite } from './useSite.ts';

/** Where a file's tests open their tabs themselves. */
export interface Tabs {
  site(): Stage;
  /** A tab of a new visitor, which has to end its test without an error; Tactful's shadow roots are open. */
  open(path?: string, how?: BrowserContextOptions): Promise<Tab>;
}

/** One site for the file; visitors go with the test that opened them. */
export function useTabs(config: DeviceConfig): Tabs {
  const site = useSite(config);
  const visitors: BrowserContext[] = [];
  const tabs: Tab[] = [];
  afterEach(async () => {
    const errors = tabs.splice(0).flatMap((tab) => tab.errors);
    for (const visitor of visitors.splice(0)) await visitor.close();
    expect(errors).toEqual([]);
  });
  return {
    site,
    async open(path = '/', how = {}) {
      const visitor = await site().visitor(how);
      visitors.push(visitor);
      await visitor.addInitScript(openShadow);
      const tab = await openTab(site(), visitor, path);
      tabs.push(tab);
      return tab;
    },
  };
}
