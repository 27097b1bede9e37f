import type { Press } from './Press.ts';

/** docs/reference/clauses.md */
const CLICKS = 3, WITHIN_MS = 1_000, INSIDE_PX = 30, DEAD_MS = 2_500;

/**
 * What a link that does nothing has to make of these clicks, from the contract's words alone: a chain of clicks, each within 1 s and 30 px of
 * the one before, is one rage click once three of them lie within 1 s and 30 px of its latest; a click is dead that is followed by 2.5 s without another.
 * @param size of the element that they are mapped onto, px
 */
export function recount(presses: readonly Press[], size: { readonly width: number; readonly height: number }): { readonly rage: number; readonly dead: number } {
  const clicks = presses.map(({ up, to }) => ({ at: up, x: Math.round(to.x * (size.width - 2)), y: Math.round(to.y * (size.height - 2)) }));
  const near = (one: typeof clicks[number], other: typeof clicks[number]): boolean => other.at - one.at <= WITHIN_MS && Math.hypot(one.x - other.x, one.y - other.y) <= INSIDE_PX;
  let rage = 0, dead = 0, begins = 0, told = false;
  clicks.forEach((click, index) => {
    if (index > 0 && !near(clicks[index - 1]!, click)) [begins, told] = [index, false];
    if (!told && clicks.slice(begins, index + 1).filter((one) => near(one, click)).length >= CLICKS) {
      told = true;
      rage++;
    }
    const next = clicks[index + 1];
    if (!next || next.at - click.at >= DEAD_MS) dead++;
  });
  return { rage, dead };
}
