import type { Page } from 'playwright-core';
import type { Tab } from './openVisitor.ts';

const CONTACT = { '#email': 'mara@example.com' };
const ADDRESS = { '#name': 'Mara Lind', '#street': 'Kiln Lane 4', '#postcode': '10115', '#city': 'Berlin' };
const CARD = { '#cardName': 'Mara Lind', '#card': '4242 4242 4242 4242', '#expiry': '04/31', '#cvc': '123' };

const fill = async (page: Page, fields: Record<string, string>): Promise<void> => {
  for (const [field, value] of Object.entries(fields)) await page.fill(field, value);
};
const submit = (page: Page, selector: string): Promise<unknown> => Promise.all([page.waitForEvent('load'), page.click(selector)]);

/** What a buyer does in the example shop. */
export const shop = {
  /** Puts a teapot for $86 into the cart and stands in the cart. */
  async fillCart(tab: Tab): Promise<void> {
    await tab.open('/products/slow-teapot');
    await tab.follow('#add');
  },
  /** Stays on the checkout's first step for so long, with a hand on the mouse. */
  async stall(tab: Tab, ms: number, run: (ms: number) => Promise<void>): Promise<void> {
    await tab.open('/checkout/contact');
    await tab.page.mouse.move(300 + Math.round(ms % 97), 420);
    await run(ms);
  },
  /** Goes through all three steps from the first to the confirmation, whether Tactful is there or not; answers the order's id. */
  async buy(page: Page, origin: string): Promise<string> {
    const first = `${origin}/checkout/contact`;
    if (page.url() !== first) await page.goto(first, { waitUntil: 'load' });
    await fill(page, CONTACT);
    await submit(page, '#next');
    await fill(page, ADDRESS);
    await submit(page, '#next');
    await fill(page, CARD);
    await submit(page, '#pay');
    return new URL(page.url()).pathname.split('/')[2]!;
  },
  /** The sum to pay, in cents, as the cart shows it. */
  due: (page: Page): Promise<number> => page.locator('#due').getAttribute('data-cents').then(Number),
};
