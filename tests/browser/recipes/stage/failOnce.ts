import type { Tab, Visitor } from './openVisitor.ts';

/** Tries to save the workflow as it stands, which cannot go through. */
export async function failOnce({ page }: Tab, { run }: Visitor): Promise<void> {
  await page.click('#save-workflow');
  await page.locator('.note.bad').waitFor();
  await run(4_000);
}
