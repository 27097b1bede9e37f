import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStage, type Stage } from './recipes/stage/createStage.ts';
import type { Visitor } from './recipes/stage/openVisitor.ts';

const TITLE = 'Shipping, in short';
let stage: Stage;
beforeAll(async () => { stage = await createStage(); });
afterAll(() => stage.close());

/** The shop's file with one campaign of its own: a card on the help page after so long. */
const withHelp = (duration: string): unknown => ({
  ...stage.source,
  holdout: 0,
  campaigns: [{
    id: 'help-dwell', name: 'Reads about shipping', status: 'live', control: 0,
    trigger: { any: [{ on: 'dwell', page: 'help', for: duration }] },
    message: { kind: 'card', title: { en: TITLE }, body: { en: 'Two days, in paper.' } },
  }],
});

/** Active time on a fresh load of the help page at which the message came due, looked at each quarter of a second; it is shown then. */
async function shownAfter(visitor: Visitor): Promise<number> {
  const tab = await visitor.newTab();
  await tab.open('/help/shipping');
  await tab.page.mouse.move(500, 300);
  const look = () => tab.page.evaluate(async () => {
    const { tactful } = window as any;
    const { activeMs } = tactful.summary();
    const [{ shown, gates }] = await tactful.explain('help-dwell');
    return { activeMs: activeMs as number, fired: shown || gates.some((one: any) => one.gate === 'trigger' && one.passed) as boolean };
  });
  for (;;) {
    const { activeMs, fired } = await look();
    if (activeMs > 15_000) throw new Error('Nothing came due.');
    if (!fired) {
      await visitor.run(250);
      continue;
    }
    await tab.sight.one('heading', TITLE);
    return activeMs;
  }
}

it('`for: 10s` becomes `for: 5s` by publishing a file: the next page load shows at five seconds', async () => {
  await stage.admin.publish(stage.site.id, withHelp('10s'));
  const one = await stage.open({ consent: 'granted' });
  const before = await shownAfter(one);
  await one.close();
  await stage.admin.publish(stage.site.id, withHelp('5s'));
  const other = await stage.open({ consent: 'granted' });
  const after = await shownAfter(other);
  await other.close();
  expect([before, after].map((ms) => Math.floor(ms / 1_000))).toEqual([10, 5]);
});

it('so it does for a visitor whose device begins with the file that it kept', async () => {
  await stage.admin.publish(stage.site.id, withHelp('60s'));
  const visitor = await stage.open({ consent: 'granted' });
  const first = await visitor.newTab();
  await first.open('/help/shipping');
  await visitor.run(2_000);
  await first.leave();
  await stage.admin.publish(stage.site.id, withHelp('5s'));
  expect(Math.floor(await shownAfter(visitor) / 1_000)).toBe(5);
  await visitor.close();
});

it('an open page asks before it acts on a configuration older than 30 s: what was taken back is not shown', async () => {
  await stage.admin.publish(stage.site.id, withHelp('40s'));
  const visitor = await stage.open({ consent: 'granted' });
  const tab = await visitor.newTab();
  await tab.open('/help/shipping');
  await tab.page.mouse.move(500, 300);
  await visitor.run(20_000);
  await stage.admin.publish(stage.site.id, { ...withHelp('40s') as object, campaigns: [] });
  const asked = stage.wire.crossings.length;
  await visitor.run(22_000);
  await expect.poll(() => stage.wire.crossings.slice(asked).filter(({ path, status }) => path === '/v1/config' && status === 200).length, { timeout: 20_000 }).toBe(1);
  await visitor.run(8_000);
  expect(await tab.sight.all('heading', TITLE)).toEqual([]);
  await visitor.close();
});

it('what is wrong with a file is refused with code and path, and the pages keep what they had', async () => {
  await stage.admin.publish(stage.site.id, withHelp('5s'));
  const { version } = await stage.admin.served(stage.site.key);
  await expect(stage.admin.publish(stage.site.id, withHelp(10 as unknown as string))).rejects.toThrow(/422.*campaigns\[0\]\.trigger\.any\[0\]\.for/);
  expect((await stage.admin.served(stage.site.key)).version).toBe(version);
});
