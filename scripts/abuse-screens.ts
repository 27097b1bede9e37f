/**
 * `npm run abuse:screens -- FOLDER`: puts naughty strings, XSS payloads and generated ones into every place of the widget and, through the real Worker,
 * into the console's rooms, in a real browser, and says whether one of them ran (promise 11, the screens' side).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { launchBrowser } from '../tests/browser/harness/launchBrowser.ts';
import { keepTexts, openRooms, TEXTS_PER_SITE } from '../tests/browser/abuse/playConsole.ts';
import { playWidget } from '../tests/browser/abuse/playWidget.ts';
import { watchHits } from '../tests/browser/abuse/watchHits.ts';
import { openConsole } from '../tests/browser/console/openConsole.ts';
import { serveWidget } from '../tests/browser/widget/serveWidget.ts';
import { openShadow } from '../tests/browser/widget/openShadow.ts';
import { createBar } from './cli/createBar.ts';
import { readArguments } from './cli/readArguments.mjs';
import { readCount } from './cli/readCount.mjs';

const USAGE = 'npm run abuse:screens -- FOLDER [--generated 100000] [--console 2000]   with adv_blns.json.gz and adv_xss_half.txt.gz; --console: so many of the generated ones in the console, too';
const { values, positionals: [folder] } = readArguments({ usage: USAGE, most: 1, options: { generated: { type: 'string', default: '100000' }, console: { type: 'string', default: '2000' } } });

/** Pieces that markup, addresses, scripts and templates are made of, in any order. */
const PIECES = [
  '<', '>', '/', '"', "'", '`', '=', '&', ';', '#', '--', '<!--', '-->', ']]>', '</', '/>', 'script', 'img', 'svg', 'iframe', 'style', 'math', 'template', 'a', 'base', 'textarea', 'title', 'src', 'href', 'srcdoc', 'style', 'onerror', 'onload', 'ontoggle',
  'javascript:', 'data:text/html,', 'hit()', 'alert(1)', '${hit()}', '{{hit()}}', '&lt;', '&#x3c;', '\\u003c', '%3C', '\0', '\n', '\t', '\u2028', '\u202e', '\ufeff', ' ', 'x', '1', '=', '+', '@',
];
const generate = (count: number): string[] => fc.sample(fc.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 5 }) }), { minLength: 2, maxLength: 14 }), { numRuns: count, seed: 42 }).map((parts) => parts.join(''));

async function inWidget(texts: readonly string[]): Promise<readonly string[]> {
  const [browser, server] = await Promise.all([launchBrowser(), serveWidget()]);
  try {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    await context.addInitScript(openShadow);
    const hits = await watchHits(context);
    const page = await context.newPage();
    await page.goto(server.url({}));
    await page.waitForFunction('window.ready');
    const bar = createBar(texts.length, 'texts in the widget');
    const wrong = await playWidget(page, texts, bar.step);
    bar.end();
    return [...wrong, ...await hits()];
  } finally {
    await browser.close();
    await server.close();
  }
}

async function inConsole(texts: readonly string[]): Promise<{ readonly wrong: readonly string[]; readonly campaigns: number; readonly requests: number }> {
  const stage = await openConsole();
  try {
    const bar = createBar(texts.length, 'texts in the console');
    const sites: string[] = [];
    const taken = { campaigns: 0, requests: 0 };
    for (let from = 0; from < texts.length; from += TEXTS_PER_SITE) {
      const id = `abuse-${sites.length}`;
      const { campaigns, requests } = await keepTexts(stage.running, { id, network: sites.length % 256 }, texts.slice(from, from + TEXTS_PER_SITE));
      taken.campaigns += campaigns;
      taken.requests += requests;
      sites.push(id);
      bar.step(Math.min(TEXTS_PER_SITE, texts.length - from) / 2);
    }
    await stage.addStaff(sites);
    const { page, wrong } = await stage.open('');
    const hits = await watchHits(page.context());
    await page.reload();
    await stage.signIn(page);
    for (const id of sites) {
      await openRooms(page, id);
      bar.step(TEXTS_PER_SITE / 2);
    }
    bar.end();
    return { wrong: [...wrong, ...await hits()], ...taken };
  } finally {
    await stage.close();
  }
}

async function abuse(): Promise<void> {
  if (folder === undefined) throw new Error(USAGE);
  const read = (file: string): string => gunzipSync(readFileSync(join(folder, file))).toString();
  const texts = [...JSON.parse(read('adv_blns.json.gz')) as string[], ...read('adv_xss_half.txt.gz').split('\n').filter(Boolean)];
  const generated = generate(readCount(values.generated, { name: '--generated', most: 10_000_000 }));
  const widget = await inWidget([...texts, ...generated]);
  console.log(`widget: ${(texts.length + generated.length).toLocaleString('en-US')} texts in every place of four kinds of message; ran or came to be markup: ${widget.length}`);
  const shown = [...texts, ...generated.slice(0, readCount(values.console, { name: '--console', most: 100_000 }))];
  const { wrong, campaigns, requests } = await inConsole(shown);
  console.log(`console: ${shown.length.toLocaleString('en-US')} texts, of which ${campaigns.toLocaleString('en-US')} could be published and ${requests.toLocaleString('en-US')} written by visitors; ran, or were refused by the policy: ${wrong.length}`);
  for (const one of [...widget, ...wrong].slice(0, 20)) console.log(one);
  if (widget.length + wrong.length > 0) process.exitCode = 1;
}

await abuse().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 2;
});
