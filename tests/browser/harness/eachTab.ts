import { afterEach, expect } from 'vitest';
import type { DeviceConfig } from '@tactful/protocol';
import { openShadow } from '../widget/openShadow.ts';
import { eachVisitor, type Scene } from './eachVisitor.ts';
import { openTab, type Tab } from './openTab.ts';

/** What a test has before it. */
export interface Opened extends Scene { readonly tab: Tab }

/** One site for the file; for each test a new visitor with a tab, which has to end without an error. */
export function eachTab(config: DeviceConfig, opened: (scene: Opened) => unknown): void {
  let tab: Tab;
  eachVisitor(config, async ({ stage, visitor }) => {
    await visitor.addInitScript(openShadow);
    tab = await openTab(stage, visitor);
    await opened({ stage, visitor, tab });
  });
  afterEach(() => expect(tab.errors).toEqual([]));
}
