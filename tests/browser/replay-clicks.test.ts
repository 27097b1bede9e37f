import { expect, it } from 'vitest';
import { playClicks } from '../../scripts/replay-clicks/playClicks.ts';
import { pressesOf } from '../../scripts/replay-clicks/pressesOf.ts';
import { parseTrace } from '../../scripts/replay-pointer/parseTrace.ts';
import { useGround } from './harness/useGround.ts';

const grounds = useGround();

/** A made-up recording: when the hand pressed, for 60 ms each time. Its right button and its rests are no clicks. */
function record(times: readonly number[]): string {
  const rows = times.flatMap((at) => [`${at - 20},NoButton,Move,500,300`, `${at},Left,Pressed,500,300`, `${at + 30},Left,Drag,504,300`, `${at + 60},Left,Released,506,301`]);
  const last = times.at(-1)! + 100;
  return ['client timestamp,button,state,x,y', '100,NoButton,Move,1000,600', ...rows, `${last},Right,Pressed,1,1`, `${last + 60},Right,Released,1,1`].join('\n');
}
// Five in a row; three seconds; a double click; three seconds; three within a second; one alone.
const TIMES = [1_000, 1_200, 1_400, 1_600, 1_800, 4_800, 5_000, 8_000, 8_300, 8_600, 12_000];

it('reads clicks with their timing, their place on the screen and which of a double click they are', () => {
  const presses = pressesOf(parseTrace('made up', record([1_000, 1_200, 4_000])));
  expect(presses).toMatchObject([{ down: 1_000, up: 1_060, from: { x: 0.5, y: 0.5 }, to: { x: 0.506 }, count: 1 }, { count: 2 }, { down: 4_000, count: 1 }]);
});

it.each([
  ['plus', { clicks: 11, rage: 0, dead: 0 }],
  ['link', { clicks: 11, rage: 2, dead: 4 }],
] as const)('the same clicks on the %s', async (target, expected) => {
  const presses = pressesOf(parseTrace('made up', record(TIMES)));
  const { browser, ground } = grounds();
  const { errors, recounted, ...seen } = await playClicks(browser, { presses, ground: ground.of(0), target, step: () => undefined });
  expect(seen).toEqual({ target, ...expected });
  expect([recounted, errors]).toEqual([{ rage: 2, dead: 4 }, []]);
});
