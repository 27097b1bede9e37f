import { expect } from 'vitest';
import type { Tab, Visitor } from './openVisitor.ts';

/** The buyer reads the confirmation until the purchase is counted: an engine begins once its visit is open. */
export async function readThanks({ page }: Tab, { run }: Visitor): Promise<void> {
  expect(await page.locator('h1').innerText()).toBe('Thank you.');
  const counted = (): Promise<number> => page.evaluate(() => (window as any).tactful.summary?.()?.goals.length ?? 0);
  for (let turn = 0; turn < 40 && !await counted(); turn++) await run(250);
  expect(await counted()).toBe(1);
}
