import type { Tab, Visitor } from './openVisitor.ts';

/** Looks at the shop for so many seconds, with a hand on the mouse now and then. */
export async function lookAround({ page }: Tab, { run }: Visitor, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 5) {
    await page.mouse.move(500 + second, 300);
    await run(5_000);
  }
}
