import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { play, SCENES } from './widget/scenes.ts';
import { useStage } from './widget/useStage.ts';

const AXE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const { open } = useStage();

it.each([
  ['en', 'light', 1280], ['zh-Hans', 'dark', 1280], ['ar', 'light', 320],
] as const)('axe finds nothing in any state: %s, %s, %i px', async (locale, colorScheme, width) => {
  const found: string[] = [];
  const { page, context, wrong } = await open({ locale }, { colorScheme, viewport: { width, height: 640 } });
  await page.evaluate(AXE);
  for (const scene of SCENES) {
    await play(page, scene, { locale });
    const violations = (await page.evaluate('axe.run({ include: [["tactful-widget"]] })')) as { violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[] };
    for (const { id, nodes } of violations.violations) found.push(`${scene.name}: ${id} ${JSON.stringify(nodes.map((node) => [node.target, node.failureSummary]))}`);
  }
  await context.close();
  expect(found).toEqual([]);
  expect(wrong).toEqual([]);
});

it('every press is at least 24 pixels high, and what a message asks for 44', async () => {
  const small: string[] = [];
  const { page, context } = await open({ locale: 'en' }, { viewport: { width: 1280, height: 720 } });
  for (const scene of SCENES) {
    await play(page, scene, { locale: 'en' });
    small.push(...await page.evaluate((name) => [...document.querySelector('tactful-widget')!.shadowRoot!.querySelectorAll('button,a,summary')].flatMap((press) => {
      const { height, width } = press.getBoundingClientRect();
      const wanted = press.matches('.primary,.reply') ? 44 : 24;
      return width && height < wanted ? [`${name}: ${press.className} ${press.textContent} ${height}`] : [];
    }), scene.name));
  }
  await context.close();
  expect(small).toEqual([]);
});

it('in forced colors a chosen number stands out, and what may be pressed has a border', async () => {
  const { page, context } = await open({ locale: 'en' }, { forcedColors: 'active', viewport: { width: 1280, height: 720 } });
  await play(page, SCENES.find(({ name }) => name === 'survey-scale')!, { locale: 'en' });
  const points = page.locator('tactful-widget').locator('.point');
  await points.nth(7).locator('input').check();
  const fills = await points.locator('input + span').evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor.match(/\d+/g)!.slice(0, 3).join()));
  expect(fills.filter((fill) => fill === fills[7])).toHaveLength(1);
  const bare = await page.evaluate(() => [...document.querySelector('tactful-widget')!.shadowRoot!.querySelectorAll('button')].filter((one) => parseFloat(getComputedStyle(one).borderTopWidth) === 0).map((one) => one.textContent));
  expect(bare).toEqual([]);
  await context.close();
});
