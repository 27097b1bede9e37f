// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { createGuard } from '../guard.ts';
import { createScope } from '../scope.ts';
import { startCustomerPrivacy } from './startCustomerPrivacy.ts';

const page = window as unknown as { Shopify?: any };
afterEach(() => delete page.Shopify);
const start = (changed = () => undefined) => startCustomerPrivacy(createScope(createGuard((error) => { throw error; })), changed);
const privacy = (analytics: boolean, preferences: boolean, answer: string) => ({
  analyticsProcessingAllowed: () => analytics, preferencesProcessingAllowed: () => preferences,
  currentVisitorConsent: () => ({ analytics: answer, marketing: answer, preferences: answer, sale_of_data: '' }),
});

it.each([
  ['agreed', privacy(true, true, 'yes'), 'granted'],
  ['no answer is needed here', privacy(true, true, ''), 'granted'],
  ['not answered yet', privacy(false, false, ''), 'pending'],
  ['not answered yet, preferences free', privacy(false, true, ''), 'pending'],
  ['refused', privacy(false, false, 'no'), 'denied'],
  ['preferences alone', privacy(false, true, 'no'), 'functional'],
  ['none', undefined, undefined],
])('%s', (_name, customerPrivacy, status) => {
  page.Shopify = { customerPrivacy };
  expect(start()()).toBe(status);
});

it('asks for the API once, is pending until it has come, and stays so where it does not', () => {
  const asked: unknown[] = [];
  let come = (_error?: unknown): void => undefined;
  page.Shopify = { loadFeatures: (features: unknown, done: () => void) => {
    asked.push(features);
    come = done;
  } };
  let changes = 0;
  const status = start(() => void changes++);
  expect([status(), status(), asked]).toEqual(['pending', 'pending', [[{ name: 'consent-tracking-api', version: '0.1' }]]]);
  come(new Error('blocked'));
  expect([changes, status()]).toEqual([0, 'pending']);
  page.Shopify.customerPrivacy = privacy(true, true, 'yes');
  come();
  expect([changes, status()]).toEqual([1, 'granted']);
});

it('hears an answer by the event where the API can’t be read', () => {
  const status = start();
  document.dispatchEvent(new CustomEvent('visitorConsentCollected', { detail: { analyticsAllowed: false, preferencesAllowed: true, marketingAllowed: false } }));
  expect(status()).toBe('functional');
});
