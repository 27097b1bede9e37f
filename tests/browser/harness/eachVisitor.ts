import type { DeviceConfig } from '@tactful/protocol';
import type { BrowserContext } from 'playwright-core';
import { afterEach, beforeEach } from 'vitest';
import type { Stage } from './openStage.ts';
import { useSite } from './useSite.ts';

/** What a test has before it. */
export interface Scene { readonly stage: Stage; readonly visitor: BrowserContext }

/** One site for the file; for each test a new visitor, who goes with it. */
export function eachVisitor(config: DeviceConfig, entered: (scene: Scene) => unknown): void {
  const site = useSite(config);
  let visitor: BrowserContext;
  beforeEach(async () => {
    visitor = await site().visitor();
    await entered({ stage: site(), visitor });
  });
  afterEach(() => visitor.close());
}
