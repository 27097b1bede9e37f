import type { Tab, Visitor } from './openVisitor.ts';

/** The hand goes for the tab bar: up and out through the top, fast. */
export async function reachForTheTabs({ page }: Tab, run: Visitor['run']): Promise<void> {
  for (const y of [400, 320, 220, 110, 20]) {
    await page.mouse.move(640, y);
    await run(40);
  }
  await page.mouse.move(640, -40);
}
