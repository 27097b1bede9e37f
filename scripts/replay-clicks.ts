/**
 * `npm run replay:clicks -- FILE [--part 1min|3min] [--people N] [--pages N]`: plays the clicks of recorded pointer traces (a SapiMouse
 * archive), with their timing and movement, onto the shop's quantity stepper and onto a link that does nothing, in Chromium.
 */
import { createBar } from './cli/createBar.ts';
import { playClicks, type Clicked, type Target } from './replay-clicks/playClicks.ts';
import { pressesOf } from './replay-clicks/pressesOf.ts';
import { openReplay } from './replay-pointer/openReplay.ts';

const { traces, pages, ground, browser, close } = await openReplay('clicks');
const hands = traces.map(pressesOf);
const bar = createBar(2 * hands.reduce((sum, { length }) => sum + length, 0), 'clicks');
const started = performance.now();
const waiting = (['plus', 'link'] as const).flatMap((target: Target) => hands.map((presses) => ({ presses, target })));
const clicked: Clicked[] = [];
await Promise.all(Array.from({ length: pages }, async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) clicked.push(await playClicks(browser, { ...next, ground: ground.of(0), step: bar.step }));
}));
bar.end();
await close();

const rows = (['plus', 'link'] as const).map((target) => {
  const own = clicked.filter((one) => one.target === target);
  const sum = (of: (one: Clicked) => number): number => own.reduce((total, one) => total + of(one), 0);
  return { target, clicks: sum(({ clicks }) => clicks), rage: sum(({ rage }) => rage), dead: sum(({ dead }) => dead), recounted: { rage: sum(({ recounted: { rage } }) => rage), dead: sum(({ recounted: { dead } }) => dead) }, errors: sum(({ errors }) => errors.length) };
});
const [plus, link] = rows as [typeof rows[number], typeof rows[number]];
const n = (value: number): string => value.toLocaleString('en-US').padStart(8);
console.log(`the clicks of ${hands.length} recordings, in ${((performance.now() - started) / 1_000).toFixed(0)} s\n`);
console.log('on               clicks     rage     dead   page errors');
console.log(`the stepper’s + ${n(plus.clicks)} ${n(plus.rage)} ${n(plus.dead)} ${n(plus.errors)}`);
console.log(`a dead link     ${n(link.clicks)} ${n(link.rage)} ${n(link.dead)} ${n(link.errors)}`);
console.log(`  recounted     ${' '.repeat(8)} ${n(link.recounted.rage)} ${n(link.recounted.dead)}`);
const sound = plus.rage === 0 && plus.dead === 0 && link.rage === link.recounted.rage && link.dead === link.recounted.dead && plus.errors + link.errors === 0;
process.exitCode = sound ? 0 : 1;
