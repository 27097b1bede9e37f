import type { BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { DeviceConfig } from '@tactful/protocol';
import { openShadow } from '../widget/openShadow.ts';
import { openStage, type Stage } from './openStage.ts';
import { openTab, type Tab } from './openTab.ts';

/** What a test has before it. */
export interface Opened { readonly stage: Stage; readonly visitor: BrowserContext; readonly tab: Tab }

/** One site for the file; for each test a new visitor with a tab, which has to end without an error. */
export function eachTab(config: DeviceConfig, opened: (scene: Opened) => unknown): void {
  let stage: Stage;
  let visitor: BrowserContext;
  let tab: Tab;
  beforeAll(async () => { stage = await openStage(config); });
  afterAll(() => stage.close());
  beforeEach(async () => {
    visitor = await stage.visitor();
    await visitor.addInitScript(openShadow);
    tab = await openTab(stage, visitor);
    await opened({ stage, visitor, tab });
  });
  afterEach(async () => {
    expect(tab.errors).toEqual([]);
    await visitor.close();
  });
}
