// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { createGuard } from '../guard.ts';
import { createScope } from '../scope.ts';
import { startExit } from './exit.ts';

/** Moves given as [ms, y]; the last one leaves the document. */
function play(moves: readonly (readonly [at: number, y: number])[], into: Element | null = null): number {
  const scope = createScope(createGuard(() => undefined));
  let exits = 0;
  startExit({ scope, now: () => 0, observe: () => exits++ });
  moves.forEach(([at, clientY], index) => {
    const event = new MouseEvent(index === moves.length - 1 ? 'mouseout' : 'mousemove', { bubbles: true, clientY, relatedTarget: into });
    Object.defineProperty(event, 'timeStamp', { value: at });
    document.documentElement.dispatchEvent(event);
  });
  scope.stop();
  return exits;
}

it.each([
  ['out through the top, fast', [[1000, 300], [1050, 220], [1100, 120], [1150, 20], [1180, -2]], 1],
  ['out through the top, slowly', [[1000, 60], [1100, 50], [1200, 40], [1300, 20], [1500, 0]], 0],
  ['out in one leap, after a rest', [[1000, 300], [5000, 290], [5020, -1]], 1],
  ['out through the side', [[1000, 300], [1050, 220], [1100, 120], [1150, 110]], 0],
  ['after a rest at the top', [[1000, 300], [1050, 10], [3000, 5], [6000, 0]], 0],
] as const)('%s', (_name, moves, expected) => {
  expect(play(moves)).toBe(expected);
});

it('into another element of the page is no exit', () => {
  expect(play([[1000, 300], [1050, 100], [1100, 0]], document.body)).toBe(0);
});
