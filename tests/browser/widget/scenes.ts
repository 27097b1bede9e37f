import type { Page } from 'playwright-core';
import { TEXTS, type MessageKind } from '@tactful/protocol';
import { partOf } from '../../../packages/sdk/src/act/partOf.ts';
import type { Spot } from '../../../packages/sdk/src/act/view.ts';
import { FAQ, FIRED, messages, type Shown } from './messages.ts';

interface Scene {
  readonly name: string;
  readonly kind: MessageKind;
  /** From the message as shown to the state. */
  readonly drive?: (page: Page, locale: Shown) => Promise<void>;
  /** What the core knows or answers, in place of the usual. */
  readonly given?: { readonly claim?: unknown; readonly request?: boolean; readonly erase?: boolean; readonly endsIn?: number; readonly claimed?: { readonly code: string }; readonly preview?: boolean; readonly asks?: boolean; readonly measured?: boolean };
}

/** Inside the widget, which these tests open. */
const inside = (page: Page) => page.locator('tactful-widget');
const press = (page: Page, name: string) => inside(page).getByRole('button', { name, exact: true }).click();
const reply = (which: 'first' | 'last') => (page: Page) => inside(page).locator('.reply')[which]().click();
const toForm = async (page: Page) => {
  await reply('last')(page);
  await inside(page).locator('form').waitFor();
};
const fill = async (page: Page) => {
  await inside(page).locator('input[autocomplete=email]').fill('mei@example.com');
  await inside(page).locator('textarea').fill('The workflow does not save.');
};
const ask = async (page: Page, locale: Shown, question: string) => {
  await inside(page).locator('.ask input').fill(question);
  await press(page, TEXTS[locale].ask_go);
  await inside(page).locator('.mine').waitFor();
};
/** A code that is put to use, and the question that follows. */
const applied = async (page: Page, locale: Shown) => {
  await inside(page).locator('.primary').click();
  await press(page, TEXTS[locale].apply);
  await inside(page).locator('.helped').waitFor();
};
const send = (page: Page, locale: Shown) => press(page, TEXTS[locale].send);

/** Every state of every kind. */
export const SCENES: readonly Scene[] = [
  { name: 'card', kind: 'card' },
  { name: 'card-preview', kind: 'card', given: { preview: true } },
  { name: 'card-why', kind: 'card', drive: (page, locale) => press(page, TEXTS[locale].why_this) },
  { name: 'card-stop', kind: 'card', drive: (page, locale) => press(page, TEXTS[locale].no_more) },
  { name: 'card-stopped', kind: 'card', async drive(page, locale) { await press(page, TEXTS[locale].no_more); await press(page, TEXTS[locale].no_more_yes); } },
  { name: 'card-data', kind: 'card', async drive(page, locale) { await press(page, TEXTS[locale].your_data); await inside(page).locator('.outline').waitFor(); } },
  { name: 'card-erased', kind: 'card', async drive(page, locale) { await press(page, TEXTS[locale].your_data); await press(page, TEXTS[locale].erase); await inside(page).locator('.main').getByText(TEXTS[locale].erased).waitFor(); } },
  { name: 'card-unerased', kind: 'card', given: { erase: false }, async drive(page, locale) { await press(page, TEXTS[locale].your_data); await press(page, TEXTS[locale].erase); await inside(page).locator('.main').getByText(TEXTS[locale].not_erased).waitFor(); } },
  { name: 'coupon', kind: 'coupon', given: { endsIn: 899_000 } },
  { name: 'coupon-code', kind: 'coupon', given: { endsIn: 190_000_000 }, async drive(page) { await inside(page).locator('.primary').click(); await inside(page).locator('.code input').waitFor(); } },
  { name: 'coupon-again', kind: 'coupon', given: { endsIn: 190_000_000, claimed: { code: 'SHIP-7QK2-M9XD' } } },
  { name: 'coupon-applied', kind: 'coupon', async drive(page, locale) { await page.locator('#note').evaluate((one) => one.setAttribute('data-tactful-coupon', '')); await inside(page).locator('.primary').click(); await press(page, TEXTS[locale].apply); await inside(page).locator('.main').getByText(TEXTS[locale].applied).waitFor(); } },
  { name: 'coupon-helped', kind: 'coupon', given: { measured: true }, drive: applied },
  { name: 'coupon-answered', kind: 'coupon', given: { measured: true }, async drive(page, locale) { await applied(page, locale); await press(page, TEXTS[locale].yes); await inside(page).locator('p.helped').waitFor(); } },
  { name: 'coupon-gone', kind: 'coupon', given: { claim: null }, async drive(page, locale) { await inside(page).locator('.primary').click(); await inside(page).locator('.main').getByText(TEXTS[locale].offer_gone).waitFor(); } },
  { name: 'coupon-ended', kind: 'coupon', given: { endsIn: 0 }, drive: (page, locale) => inside(page).locator('.main').getByText(TEXTS[locale].offer_ended).waitFor() },
  { name: 'video', kind: 'video' },
  { name: 'video-playing', kind: 'video', async drive(page, locale) { await press(page, TEXTS[locale].play); await inside(page).locator('video').waitFor(); } },
  { name: 'chat', kind: 'chat' },
  { name: 'chat-step', kind: 'chat', async drive(page) { await reply('first')(page); await inside(page).locator('.poster').waitFor(); } },
  { name: 'chat-form', kind: 'chat', drive: toForm },
  { name: 'chat-look', kind: 'chat', async drive(page) { await toForm(page); await inside(page).locator('summary').click(); await inside(page).locator('.outline').waitFor(); } },
  { name: 'chat-missing', kind: 'chat', async drive(page, locale) { await toForm(page); await send(page, locale); await inside(page).locator('.main').getByText(TEXTS[locale].contact_missing).waitFor(); } },
  { name: 'chat-sent', kind: 'chat', async drive(page, locale) { await toForm(page); await fill(page); await send(page, locale); await inside(page).locator('.done').waitFor(); } },
  { name: 'chat-unsent', kind: 'chat', given: { request: false }, async drive(page, locale) { await toForm(page); await fill(page); await send(page, locale); await inside(page).locator('.main').getByText(TEXTS[locale].not_sent).waitFor(); } },
  { name: 'banner', kind: 'banner' },
  { name: 'banner-more', kind: 'banner', drive: (page, locale) => press(page, TEXTS[locale].more) },
  { name: 'banner-why', kind: 'banner', async drive(page, locale) { await press(page, TEXTS[locale].more); await press(page, TEXTS[locale].why_this); } },
  { name: 'survey', kind: 'survey' },
  { name: 'survey-missing', kind: 'survey', drive: (page, locale) => press(page, TEXTS[locale].next) },
  { name: 'survey-scale', kind: 'survey', async drive(page, locale) { await inside(page).locator('.option').first().click(); await press(page, TEXTS[locale].next); await inside(page).locator('.scale').waitFor(); } },
  { name: 'survey-done', kind: 'survey', async drive(page, locale) { for (const key of ['skip', 'skip'] as const) await press(page, TEXTS[locale][key]); await inside(page).locator('.done').waitFor(); } },
  { name: 'chat-asks', kind: 'chat', given: { asks: true } },
  { name: 'chat-answers', kind: 'chat', given: { asks: true }, drive: (page, locale) => ask(page, locale, FAQ[locale][0]!.q) },
  { name: 'chat-helped', kind: 'chat', given: { asks: true, measured: true }, async drive(page, locale) { await ask(page, locale, FAQ[locale][0]!.q); await inside(page).locator('.helped').waitFor(); } },
  { name: 'chat-which', kind: 'chat', given: { asks: true }, drive: (page, locale) => ask(page, locale, { en: 'How much does delivery take?', 'zh-Hans': '送货多久多少钱', 'zh-Hant': '送貨多久多少錢', ar: 'كم التوصيل' }[locale]) },
  { name: 'chat-unsure', kind: 'chat', given: { asks: true }, drive: (page, locale) => ask(page, locale, 'xyz') },
  { name: 'chat-minimized', kind: 'chat', async drive(page, locale) { await reply('first')(page); await press(page, TEXTS[locale].minimize); await inside(page).locator('.launcher').waitFor(); } },
];

/** Makes a new widget, shows a scene's message where it is wished and drives it to its state. */
export async function play(page: Page, scene: Scene, { locale = 'en', spot }: { locale?: Shown; spot?: Partial<Spot> | undefined } = {}): Promise<void> {
  const { claim, request, erase, endsIn, claimed, preview, asks, measured } = scene.given ?? {};
  await page.evaluate(
    async ({ view, spot, part, claim, request, erase, endsIn, faq, pace }) => {
      const scope = window as unknown as { fresh(part?: string, faq?: unknown): Promise<void>; answers: Record<string, unknown>; pace: number; widget: { show(view: unknown, spot: unknown): void } };
      await scope.fresh(part, faq);
      scope.pace = pace;
      if (claim !== undefined) scope.answers['claim'] = claim;
      if (request !== undefined) scope.answers['request'] = request;
      if (erase !== undefined) scope.answers['erase'] = erase;
      scope.widget.show({ ...view, ...(endsIn !== undefined && { endsAt: Date.now() + endsIn }) }, spot);
    },
    { view: { campaign: scene.name, message: messages(locale)[scene.kind], fired: FIRED, ...(claimed && { claimed }), ...(preview && { preview }), ...(measured && { exposure: 'e1' }) }, spot, claim, request, erase, endsIn, faq: asks ? FAQ[locale] : undefined, pace: measured ? 0 : 1, part: partOf(messages(locale)[scene.kind]) },
  );
  await scene.drive?.(page, locale);
}
