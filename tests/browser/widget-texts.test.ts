import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { DeviceMessage } from '@tactful/protocol';
import { partOf } from '../../packages/sdk/src/act/partOf.ts';
import { drawn } from './harness/drawn.ts';
import { useStage } from './widget/useStage.ts';

const AXE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const { open } = useStage();
const widget = (page: Page) => page.locator('tactful-widget');
/** Draws a message of texts that no scene has. */
async function show(page: Page, message: DeviceMessage): Promise<void> {
  await page.evaluate(async ([message, part]) => {
    const scope = window as unknown as { fresh(part?: string): Promise<void>; widget: { show(view: unknown): void } };
    await scope.fresh(part);
    scope.widget.show({ campaign: 'texts', fired: [], message });
  }, [message, partOf(message)] as const);
  await drawn(page);
}
const SENTENCE = 'One more sentence of a text that nobody cut short. ';
const WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const CARD: DeviceMessage = { kind: 'card', title: 'Need a hand?', body: 'We are here.', action: { kind: 'event', name: 'x', label: 'Show me!' } };

it('all of it can be reached, and nothing runs out sideways, however long a text or a word is', async () => {
  const { page, context } = await open({}, { viewport: { width: 320, height: 568 } });
  await page.evaluate(AXE);
  const long: readonly DeviceMessage[] = [
    { ...CARD, title: SENTENCE.repeat(4) }, { ...CARD, title: SENTENCE.repeat(19) }, { kind: 'card', title: 'A long text', body: SENTENCE.repeat(19) },
    { kind: 'survey', title: WORD, survey: [{ id: 'q', kind: 'single', ask: WORD + WORD, answers: [{ id: 'a', label: WORD + WORD }, { id: 'b', label: 'No' }] }] },
    { kind: 'survey', title: 'Scale', survey: [{ id: 'q', kind: 'scale', scale: '0-10', ask: WORD, low: WORD, high: WORD }] },
  ];
  for (const message of long) {
    await show(page, message);
    const out = await widget(page).locator('.panel').evaluate((panel) => {
      const wide = [panel, ...panel.querySelectorAll('.main')].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.className);
      return wide.concat([...panel.querySelectorAll('button')].flatMap((one) => {
        if (getComputedStyle(panel).overflowY != 'hidden') one.scrollIntoView({ block: 'nearest' });
        const { top, bottom } = one.getBoundingClientRect(), box = panel.getBoundingClientRect();
        return top < box.top || bottom > box.bottom ? [one.textContent || one.className] : [];
      }));
    });
    expect(out, message.title).toEqual([]);
    const { violations } = await page.evaluate('axe.run({ include: [["tactful-widget"]] })') as { violations: { id: string }[] };
    expect(violations.map(({ id }) => id), message.title).toEqual([]);
  }
  await context.close();
});

it('a text of the other direction reads as it is written, a telephone number too', async () => {
  const { page, context } = await open({ locale: 'ar' });
  /** Which end of a text the last of its letters stands at, as drawn. */
  const endOf = (css: string) => widget(page).locator(css).first().evaluate((one) => {
    const text = document.createTreeWalker(one, NodeFilter.SHOW_TEXT).nextNode() as Text;
    const at = (from: number) => {
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, from + 1);
      return range.getBoundingClientRect().left;
    };
    return at(text.length - 1) > at(0) ? 'right' : 'left';
  });
  await show(page, CARD);
  expect([await endOf('h2'), await endOf('.primary')]).toEqual(['right', 'right']);
  await show(page, { kind: 'survey', title: 'One question!', survey: [{ id: 'q', kind: 'single', ask: 'What kept you?', answers: [{ id: 'a', label: 'The price.' }, { id: 'b', label: 'السعر (الآن).' }] }] });
  expect([await endOf('legend'), await endOf('.option span'), await endOf('.option:last-of-type span')]).toEqual(['right', 'right', 'left']);
  await show(page, { kind: 'chat', title: 'Talk', chat: [{ id: 'a', say: 'Yes?', replies: [{ label: 'A person', action: { kind: 'handoff', to: 'request', label: 'A person' } }] }] });
  await widget(page).locator('.reply').click();
  await widget(page).locator('input[autocomplete=email]').fill('+966 50 123 4567');
  await widget(page).locator('textarea').fill('?');
  await widget(page).locator('.primary').click();
  await widget(page).locator('.done').waitFor();
  const places = await widget(page).locator('.done .note').evaluate((one) => {
    const text = one.firstChild as Text;
    const range = document.createRange();
    return ['+966', '50', '123', '4567'].map((group) => {
      range.setStart(text, text.data.indexOf(group));
      range.setEnd(text, text.data.indexOf(group) + group.length);
      return range.getBoundingClientRect().left;
    });
  });
  expect(places).toEqual([...places].sort((one, other) => one - other));
  await context.close();
});

it('is not printed, and lies over a bar of the page that is above all', async () => {
  const { page, context } = await open();
  await page.evaluate(() => {
    const bar = document.createElement('div');
    Object.assign(bar.style, { position: 'fixed', inset: 'auto 0 0', height: '80px', background: 'pink', zIndex: '2147483647' });
    document.body.append(bar);
  });
  await show(page, CARD);
  const [foot] = await widget(page).locator('.foot').all();
  const { x, y, width, height } = (await foot!.boundingBox())!;
  expect(await page.evaluate(([x, y]) => document.elementFromPoint(x!, y!)!.localName, [x + width / 2, y + height / 2])).toBe('tactful-widget');
  await page.emulateMedia({ media: 'print' });
  expect(await widget(page).locator('.panel').isVisible()).toBe(false);
  await context.close();
});

it('what was said is not there to be met again', async () => {
  const { page, context } = await open();
  await page.evaluate(() => {
    const { setTimeout: wait } = window;
    Object.assign(window, { heard: [], setTimeout: (run: () => void, ms: number) => wait(run, ms > 1_000 ? 50 : ms) });
    const { heard } = window as unknown as { heard: (string | null)[] };
    new MutationObserver(() => {
      const status = document.querySelector('tactful-widget')?.shadowRoot?.querySelector('.root>[role=status]');
      if (status) new MutationObserver(() => heard.push(status.textContent)).observe(status, { childList: true });
    }).observe(document.documentElement, { childList: true });
  });
  await show(page, CARD);
  await expect.poll(() => page.evaluate('heard')).toEqual(['Need a hand? We are here.', '']);
  await context.close();
});

it('gives the focus back to where it was in a shadow root of the page', async () => {
  const { page, context } = await open();
  await page.evaluate(() => {
    const box = document.body.appendChild(document.createElement('x-box'));
    box.attachShadow({ mode: 'open' }).append(document.createElement('button'));
  });
  await show(page, CARD);
  await page.locator('x-box button').focus();
  await widget(page).locator('.primary').focus();
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement!.shadowRoot?.activeElement?.localName)).toBe('button');
  await context.close();
});
