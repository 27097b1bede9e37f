import { pressMessage } from './pressMessage.mjs';

const DEVICES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};
const LANGUAGES = { en: 'en-US', 'zh-Hans': 'zh-CN', ar: 'ar-EG' };
/** No visit of the behaviors lasts longer; the visitor's clock starts that much in the past, so that no visit ends in the future. */
const LONGEST_MS = 10 * 60_000;
/** Storage is given 1 s by the SDK. In steps of half of that it has real time in between to answer. */
const STEP_MS = 500;
const STEPS_PER_HAND = 10;

/**
 * One visitor in a browser profile of their own. Looking takes no real time: the page's clock is moved on, with a hand on the
 * pointer now and then. `react` presses what a message offers, or closes it; true when help was taken.
 */
export async function openVisitor({ browser, origin, dice }) {
  const device = dice.pick({ desktop: 60, phone: 40 });
  const consent = dice.pick({ granted: 80, denied: 12, pending: 8 });
  const context = await browser.newContext({ ...DEVICES[device], locale: LANGUAGES[dice.pick({ en: 60, 'zh-Hans': 25, ar: 15 })] });
  if (consent !== 'pending') await context.addCookies([{ name: 'consent', value: consent, url: origin }]);
  await context.clock.install({ time: Date.now() - LONGEST_MS });
  // Time may only be moved on once the configuration is there: moved earlier, its deadline would pass at once.
  await context.addInitScript(() => addEventListener('tactful:ready', () => { window.tactfulIsReady = true; }));
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  page.setDefaultTimeout(15_000);
  const { width, height } = DEVICES[device].viewport;
  const settle = () => page.waitForFunction(() => window.tactfulIsReady);

  const look = async (seconds) => {
    for (let step = 0; step * STEP_MS < seconds * 1000; step++) {
      if (step % STEPS_PER_HAND === 0) await page.mouse.move(width * (0.2 + 0.6 * dice.next()), height * (0.3 + 0.5 * dice.next()), { steps: 3 });
      await page.clock.runFor(STEP_MS);
    }
  };
  const submit = async (selector) => {
    await Promise.all([page.waitForEvent('load'), page.click(selector)]);
    await settle();
  };
  /** A code that was got goes into the cart, where the page has a field for it. */
  const applyCode = async () => {
    if (!(await page.$('#coupon')) || !(await pressMessage({ page, cdp, look: 'primary' }))) return;
    await look(1);
    if (await page.inputValue('#coupon')) await submit('.coupon button');
  };
  return {
    dice, consent, look, submit,
    async go(path) {
      await page.goto(origin + path);
      await settle();
    },
    async type(values) {
      for (const [id, value] of Object.entries(values)) await page.fill(`#${id}`, value);
    },
    /** The pointer goes fast and straight out at the top, as to the address bar. */
    async leaveThroughTop() {
      await page.mouse.move(width / 2, height / 2);
      for (const share of [0.35, 0.2, 0.08, 0.01]) {
        await page.mouse.move(width / 2, height * share);
        await page.clock.runFor(20);
      }
      await page.mouse.move(width / 2, -20);
      await look(2);
    },
    async react() {
      await look(3);
      const wanted = dice.chance(0.7);
      if (!(await pressMessage({ page, cdp, look: wanted ? 'primary' : 'close' }))) return false;
      await look(2);
      if (wanted) await applyCode();
      return wanted;
    },
    /** Leaves as a visitor does, with what was seen sent on the way out. */
    async leave() {
      await page.evaluate(() => window.tactful.flush());
      await page.goto('about:blank');
      await context.close();
    },
    abandon: () => context.close(),
  };
}
