/**
 * Draws every state as a picture, to be looked at: `node --conditions=source tests/browser/widget/draw.ts FOLDER [PATTERN]`.
 * Needs the built widget and a Chromium (CHROMIUM names another than /usr/bin/chromium).
 */
import { mkdirSync } from 'node:fs';
import { launchBrowser } from '../harness/launchBrowser.ts';
import type { Shown } from './messages.ts';
import { openShadow } from './openShadow.ts';
import { play, SCENES } from './scenes.ts';
import { serveWidget } from './serveWidget.ts';

const [folder, pattern = ''] = process.argv.slice(2);
if (!folder) throw new Error('Name a folder for the pictures.');
mkdirSync(folder, { recursive: true });
const server = await serveWidget();
const browser = await launchBrowser();
for (const width of [1280, 320]) {
  for (const [colors, seen] of Object.entries({ light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' }, forced: { forcedColors: 'active' } } as const)) {
    for (const locale of ['en', 'zh-Hans', 'zh-Hant', 'ar'] as const satisfies Shown[]) {
      const context = await browser.newContext({ viewport: { width, height: width === 320 ? 568 : 720 }, ...seen, reducedMotion: 'reduce' });
      await context.addInitScript(openShadow);
      for (const scene of SCENES) {
        const name = `${scene.name}.${locale}.${colors}.${width}`;
        if (!name.includes(pattern)) continue;
        const page = await context.newPage();
        await page.goto(server.url({ locale }));
        await page.waitForFunction('window.ready');
        await play(page, scene, { locale });
        await page.screenshot({ path: `${folder}/${name}.png` });
        await page.close();
        console.log(name);
      }
      await context.close();
    }
  }
}
await browser.close();
await server.close();
