import { TEXTS } from '@tactful/protocol';
import { expect } from 'vitest';
import { campaign, deviceConfig } from './deviceConfig.ts';
import { eachVisitor, type Scene } from './eachVisitor.ts';
import { SOON, type Tab } from './openTab.ts';

const CONFIG = deviceConfig({ texts: TEXTS.en, campaigns: [campaign('help', [{ on: 'event', name: 'stuck' }])] });

/** For each test a new visitor, on a page whose tag says nothing of consent and which has no manager yet. */
export const eachUnasked = (entered: (scene: Scene) => unknown): void => eachVisitor(CONFIG, (scene) => {
  scene.stage.head = scene.stage.attributes = '';
  return entered(scene);
});

/** A script that stands in the page's head. */
export const script = (text: string): string => `<script>${text}</script>`;

/** The queue of the page's snippet as Google documents it. https://developers.google.com/tag-platform/security/guides/consent */
export const GTAG = 'window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments); }';

/** An answer of the visitor to the page's banner. */
export const update = (tab: Tab, analytics: string): Promise<void> =>
  tab.page.evaluate((answer) => (window as any).gtag('consent', 'update', { analytics_storage: answer }), analytics);

/** Brings a script into a page that is loaded, and moves the mouse until that holds: what comes late is looked for with input. */
export async function bringLate({ page }: Tab, text: string, holds: () => Promise<boolean>): Promise<void> {
  await page.evaluate((content) => {
    const made = document.createElement('script');
    made.textContent = content;
    document.head.append(made);
  }, text);
  await expect.poll(async () => {
    await page.mouse.move(Math.random() * 300, 200);
    return holds();
  }, SOON).toBe(true);
}
