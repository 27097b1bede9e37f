import { campaign, deviceConfig } from '../../browser/harness/deviceConfig.ts';
import { openStage } from '../../browser/harness/openStage.ts';
import { openTab } from '../../browser/harness/openTab.ts';

export interface Returned {
  readonly times: number;
  /** How often the page came back out of the back/forward cache. */
  readonly restored: number;
  /** How often its message was still open then. */
  readonly open: number;
  readonly errors: readonly string[];
  /** Why it did not, in the browser's words, as often as it did not. */
  readonly reasons: readonly string[];
}

const CHAT = campaign('help', [{ on: 'event', name: 'stuck' }], {
  message: { kind: 'chat', title: 'Need a hand?', chat: [{ id: 'hello', say: 'What is it?', replies: [{ label: 'A person', next: 'person' }] }, { id: 'person', say: 'Write to us.', action: { kind: 'handoff', to: 'request' } }] } as never,
});

/**
 * Promise 5: a page that is left with a chat open, and gone back to.
 * @param busy a summary was just being kept and sent
 */
export async function playBack({ times, busy = false, step = () => {} }: { times: number; busy?: boolean; step?(): void }): Promise<Returned> {
  const stage = await openStage(deviceConfig({ campaigns: [CHAT] }));
  let restored = 0;
  let open = 0;
  const errors: string[] = [];
  const reasons: string[] = [];
  try {
    for (let turn = 0; turn < times; turn++) {
      const visitor = await stage.visitor();
      const tab = await openTab(stage, visitor);
      await tab.call('track', 'stuck');
      await tab.told('message:shown');
      await tab.page.evaluate((sends) => {
        window.addEventListener('pageshow', ({ persisted }) => { (window as any).persisted = persisted; });
        (window as any).tactful.track('view_item', { value: 1 });
        if (sends) void (window as any).tactful.flush();
        location.href = '/other';
      }, busy);
      await tab.page.waitForURL('**/other');
      await tab.page.goBack({ waitUntil: 'commit' });
      await tab.page.waitForFunction(() => (window as any).persisted || performance.getEntriesByType('navigation').some((one) => (one as PerformanceNavigationTiming).type === 'back_forward'));
      const seen = await tab.page.evaluate(() => ({ persisted: (window as any).persisted === true, open: !!document.querySelector('tactful-widget'), why: (performance.getEntriesByType('navigation')[0] as { notRestoredReasons?: { reasons?: { reason: string }[] } }).notRestoredReasons?.reasons?.map(({ reason }) => reason) }));
      restored += Number(seen.persisted);
      open += Number(seen.open);
      if (!seen.persisted) reasons.push(seen.why?.join(', ') || 'not told');
      errors.push(...tab.errors);
      await visitor.close();
      step();
    }
    return { times, restored, open, errors, reasons };
  } finally {
    await stage.close();
  }
}
