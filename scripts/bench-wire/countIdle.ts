import type { Stage } from '../../tests/browser/recipes/stage/createStage.ts';
import { countWakeups } from './countWakeups.ts';

/** Callbacks that run in the first and in the second minute of a page that is looked at by nobody; everything on the page is counted, the host's too. */
export async function countIdle(stage: Stage): Promise<{ readonly first: number; readonly second: number }> {
  const visitor = await stage.open({ consent: 'granted' });
  await visitor.context.addInitScript(countWakeups);
  const tab = await visitor.newTab();
  await tab.open('/help/shipping');
  await visitor.run(1_000);
  const read = (): Promise<number> => tab.page.evaluate(() =>
    Object.values((window as unknown as { __wakeups: Record<string, number> }).__wakeups).reduce((sum, one) => sum + one, 0));
  if (await read() === 0) throw new Error('Nothing was counted while the page loaded: the counter sees nothing.');
  const minute = async (): Promise<number> => {
    const before = await read();
    await visitor.run(60_000);
    return await read() - before;
  };
  const idle = { first: await minute(), second: await minute() };
  await visitor.close();
  return idle;
}
