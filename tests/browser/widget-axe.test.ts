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
