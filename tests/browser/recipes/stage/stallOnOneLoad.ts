import type { Tab, Visitor } from './openVisitor.ts';

/** Three stays of over ten seconds on one load of the checkout, another tab before it between them: what is kept between loads has no part in it. */
export async function stallOnOneLoad({ run }: Visitor, tab: Tab): Promise<void> {
  await tab.open('/checkout/contact');
  for (const ms of [10_100, 10_200, 10_300]) {
    await tab.hide(true);
    await run(2_000);
    await tab.hide(false);
    await tab.page.mouse.move(300 + ms % 97, 420);
    await run(ms);
  }
}
