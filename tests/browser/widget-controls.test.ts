import { expect, it } from 'vitest';
import type { Spot } from '../../packages/sdk/src/act/view.ts';
import { useStage } from './widget/useStage.ts';

const { open } = useStage();

/** A phone's page as shops have them: links and a field from top to bottom, and one control that decides. */
async function findOn(control: string): Promise<string | undefined> {
  const { page, context } = await open({}, { viewport: { width: 375, height: 667 } });
  const place = await page.evaluate((html) => {
    const row = '<p><a href="#">A product</a> <input aria-label="Quantity"></p>';
    const parsed = new DOMParser().parseFromString(`<form>${row.repeat(60)}${html}</form>`, 'text/html');
    document.body.replaceChildren(...document.adoptNode(parsed.body).childNodes);
    for (const one of document.querySelectorAll<HTMLElement>('a, input')) Object.assign(one.style, { display: 'block', width: '100%', height: '40px' });
    const chosen = document.getElementById('chosen');
    if (chosen) Object.assign(chosen.style, { position: chosen.title, inset: '0 0 auto', width: '100%', height: '100%' });
    const spot = (window as unknown as { findSpot(kind: string): Spot | false }).findSpot('card');
    return spot ? spot.place : undefined;
  }, control);
  await context.close();
  return place;
}

it('may lie on what scrolls away from under it, never on what stays or sends', async () => {
  expect(await findOn('')).toBe('bottom right');
  expect(await findOn('<a id="chosen" title="fixed" href="#">Menu</a>')).toBeUndefined();
  expect(await findOn('<button id="chosen" title="absolute">Pay</button>')).toBeUndefined();
  expect(await findOn('</form><form><input aria-label="Code"><button id="chosen" title="absolute">Apply</button>')).toBe('bottom right');
  expect(await findOn('</form><form><button id="chosen" title="absolute">Place order</button>')).toBeUndefined();
  expect(await findOn('<button type="button" id="chosen" title="absolute">Details</button>')).toBe('bottom right');
  // Nobody can look into a frame: a wallet's button is one.
  expect(await findOn('<iframe id="chosen" title="absolute"></iframe>')).toBeUndefined();
});

it('counts what only a script makes a control, and what shows one in its place', async () => {
  const { page, context } = await open({}, { viewport: { width: 1280, height: 720 } });
  const places = await page.evaluate(() => ['div', 'div style="cursor:pointer"', 'div role="tab" tabindex="-1"', 'div role="radio" tabindex="-1"', 'li role="option" tabindex="-1"', 'label', 'summary', 'p contenteditable', 'h2 tabindex="-1"', 'div style="cursor:pointer;top:0;left:0;width:100%"'].map((tag) => {
    const [one] = new DOMParser().parseFromString(`<${tag}>A word`, 'text/html').body.children as unknown as HTMLElement[];
    one!.style.cssText = 'display:block;position:fixed;right:20px;bottom:20px;width:200px;height:48px;' + one!.style.cssText;
    if (one!.style.top) one!.style.height = '100%';
    document.body.replaceChildren(one!);
    const spot = (window as unknown as { findSpot(kind: string): Spot | false }).findSpot('card');
    return spot && `${tag}: ${spot.place}`;
  }));
  const [free, beside] = ['bottom right', 'bottom left'];
  expect(places).toEqual([`div: ${free}`, `div style="cursor:pointer": ${beside}`, `div role="tab" tabindex="-1": ${beside}`, `div role="radio" tabindex="-1": ${beside}`, `li role="option" tabindex="-1": ${beside}`, `label: ${beside}`, `summary: ${beside}`, `p contenteditable: ${beside}`, `h2 tabindex="-1": ${free}`, `div style="cursor:pointer;top:0;left:0;width:100%": ${free}`]);
  await context.close();
});
