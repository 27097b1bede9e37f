import type { Page } from 'playwright-core';
import { drawn } from '../harness/drawn.ts';

/** From now on, looks at each frame before it is drawn whether the middle of Pay is Pay's own; what was in the way. */
export const watchPay = (page: Page): Promise<void> => page.evaluate(() => {
  const covered: string[] = ((window as unknown as { covered: string[] }).covered = []);
  const look = () => {
    const { left, top, width, height } = document.getElementById('pay')!.getBoundingClientRect();
    const at = document.elementFromPoint(left + width / 2, top + height / 2)!;
    if (at.id !== 'pay') covered.push(at.localName);
    requestAnimationFrame(look);
  };
  look();
});
/** What was in the way since it was last asked. */
export const coveredBy = async (page: Page): Promise<string[]> => {
  await drawn(page);
  return page.evaluate(() => (window as unknown as { covered: string[] }).covered.splice(0));
};
