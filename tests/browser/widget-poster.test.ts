import { expect, it } from 'vitest';
import { play, SCENES } from './widget/scenes.ts';
import { useStage } from './widget/useStage.ts';

const { open } = useStage();

it('a poster is round at its corners, with nothing dark behind them', async () => {
  const { page, context } = await open({}, { viewport: { width: 1280, height: 720 }, deviceScaleFactor: 2 });
  await play(page, SCENES.find(({ name }) => name === 'video') as (typeof SCENES)[number]);
  await page.locator('tactful-widget').locator('.poster img').evaluate((one: HTMLImageElement) => one.decode());
  const { x, y, width, height } = (await page.locator('tactful-widget').locator('.film').boundingBox())!;
  // The picture is at its lightest there.
  const shot = await page.screenshot({ clip: { x: x + width - 12, y: y + height - 12, width: 12, height: 12 } });
  const [corner, darkest] = await page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))]));
    const pen = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, image.width, image.height);
    const greens = [...data].filter((_value, index) => index % 4 === 1);
    return [greens.at(-1)!, Math.min(...greens)];
  }, shot.toString('base64'));
  expect(corner).toBe(255);
  expect(darkest).toBeGreaterThan(140);
  await context.close();
});
