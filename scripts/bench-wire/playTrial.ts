import type { Stage } from '../../tests/browser/recipes/stage/createStage.ts';
import { weigh, type Weight } from './weigh.ts';

/** Feature struggle in the single-page example, on one load: three failed saves, the chat, closed, two minutes more, gone. */
export async function playTrial(stage: Stage): Promise<Weight> {
  const drawn = await stage.draw('feature-struggle', 'treatment');
  const visitor = await stage.open({ consent: 'granted', drawn });
  const tab = await visitor.newTab();
  await tab.open('/dashboard');
  await tab.page.mouse.move(300, 300);
  await visitor.run(20_000);
  await tab.page.click('a[href="/workflow"]');
  for (let attempt = 0; attempt < 3; attempt++) {
    await visitor.run(15_000);
    await tab.page.click('#save-workflow');
  }
  await tab.sight.one('heading', 'Can we help you set this up?');
  await visitor.run(6_000);
  await tab.sight.press('button', 'Close');
  for (let turn = 0; turn < 12; turn++) {
    await tab.page.mouse.move(300 + turn, 300);
    await visitor.run(10_000);
  }
  await tab.page.goto('about:blank');
  await stage.stored(visitor, drawn, ({ exposures: [one] }) => one?.outcome === 'dismiss');
  await visitor.close();
  return weigh(stage.wire.crossings);
}
