import type { Movement, PointerSample } from '../../packages/sdk/src/sense/findMovements.ts';
import type { Dice } from './createDice.ts';

type Point = readonly [x: number, y: number];
type Path = (share: number) => Point;

const mix = ([a, b]: Point, [c, d]: Point, share: number): Point => [a + (c - a) * share, b + (d - b) * share];
const line = (from: Point, to: Point): Path => (share) => mix(from, to, share);
const EASES: readonly ((u: number) => number)[] = [
  (u) => (u < 0.5 ? 2 * u * u : 1 - 2 * (1 - u) ** 2),
  (u) => 0.5 - Math.cos(Math.PI * u) / 2,
  (u) => 1 - (1 - u) ** 3,
  (u) => (u < 0.5 ? 4 * u ** 3 : 1 - 4 * (1 - u) ** 3),
];
const even = (u: number): number => u;
/** Flash and Hogan 1985: the way of a hand with the least jerk. */
const leastJerk = (u: number): number => u ** 3 * (10 - 15 * u + 6 * u * u);

/** Where a script goes from and to: as the person did, or on, where the person came back to the start. */
function ends(real: Movement, { even: draw }: Dice): readonly [from: Point, to: Point] {
  const [[, ...from], [, ...to]] = [real[0]!, real[real.length - 1]!];
  if (Math.hypot(to[0] - from[0], to[1] - from[1]) >= 40) return [from, to];
  const [angle, far] = [draw() * 2 * Math.PI, 80 + draw() * 600];
  return [from, [from[0] + far * Math.cos(angle), from[1] + far * Math.sin(angle)]];
}

/** When a script's moves arrive: frame by frame (60 or 120 Hz), or after its own sleeps, about the same or anything around. */
function times(count: number, { even: draw }: Dice): number[] {
  const [gap, spread] = [[16.6667, 0], [8.3333, 0], [5 + draw() * 15, 4], [5 + draw() * 15, 12]][Math.floor(draw() * 4)] as [number, number];
  let at = 0;
  return Array.from({ length: count }, (_one, index) => (index ? Math.round(at += Math.max(1, gap + spread * (draw() - 0.5))) : 0));
}

/** Steps along a path as scripts take them, one a move, on whole pixels. */
const along = (real: Movement, dice: Dice, path: Path): Movement => times(real.length, dice).map((at, index): PointerSample => {
  const [x, y] = path(index / (real.length - 1));
  return [at, Math.round(x), Math.round(y)];
});

function curve(from: Point, to: Point, { even: draw }: Dice, bend: number): Path {
  const far = Math.hypot(to[0] - from[0], to[1] - from[1]) * bend;
  const [one, other] = [0.2 + draw() * 0.3, 0.5 + draw() * 0.3].map((share) => mix(from, to, share)).map(([x, y]): Point => [x + (draw() - 0.5) * far, y + (draw() - 0.5) * far]) as [Point, Point];
  return (u) => {
    const [p, q, r] = [mix(from, one, u), mix(one, other, u), mix(other, to, u)];
    return mix(mix(p, q, u), mix(q, r, u), u);
  };
}

const pick = <T>(list: readonly T[], { even: draw }: Dice): T => list[Math.floor(draw() * list.length)]!;
const eased = (path: Path, ease: (u: number) => number): Path => (u) => path(ease(u));

/** Families of scripted pointers, each made from a person's movement: its ends, or all of it. */
export const SCRIPTS: Readonly<Record<string, (real: Movement, dice: Dice) => Movement>> = {
  'straight, even': (real, dice) => along(real, dice, line(...ends(real, dice))),
  'straight, eased': (real, dice) => along(real, dice, eased(line(...ends(real, dice)), pick(EASES, dice))),
  'straight with jitter': (real, dice) => {
    const [path, sigma] = [eased(line(...ends(real, dice)), pick([even, EASES[0]!], dice)), 0.7 + dice.even() * 3];
    return along(real, dice, (u) => path(u).map((place) => place + dice.normal() * sigma) as unknown as Point);
  },
  'Bézier curve': (real, dice) => along(real, dice, eased(curve(...ends(real, dice), dice, 0.3 + dice.even() * 0.5), pick([even, EASES[0]!, EASES[2]!], dice))),
  'least jerk, bowed': (real, dice) => {
    const [[from, to], bow] = [ends(real, dice), (dice.even() - 0.5) * 0.2];
    return along(real, dice, eased((u) => {
      const [[x, y], off] = [mix(from, to, u), bow * Math.sin(Math.PI * u)];
      return [x - (to[1] - from[1]) * off, y + (to[0] - from[0]) * off];
    }, leastJerk));
  },
  'sine wave': (real, dice) => {
    const [[from, to], high, waves] = [ends(real, dice), 10 + dice.even() * 40, 1 + dice.even() * 3];
    const far = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
    return along(real, dice, eased((u) => {
      const [[x, y], off] = [mix(from, to, u), high * Math.sin(waves * Math.PI * u) / far];
      return [x - (to[1] - from[1]) * off, y + (to[0] - from[0]) * off];
    }, pick([even, EASES[0]!], dice)));
  },
  'Bézier, overshoot and back': (real, dice) => {
    const [from, to] = ends(real, dice);
    const over: Point = [to[0] + (dice.even() - 0.5) * 40, to[1] + (dice.even() - 0.5) * 40];
    const [there, back] = [curve(from, over, dice, 0.4), curve(over, to, dice, 0.3)];
    return along(real, dice, (u) => (u < 0.75 ? there(EASES[2]!(u / 0.75)) : back(EASES[0]!((u - 0.75) / 0.25))));
  },
  'random walk': (real, dice) => {
    let [, x, y] = real[0]!;
    let [vx, vy] = [0, 0];
    const force = 2 + dice.even() * 6;
    return times(real.length, dice).map((at): PointerSample => {
      [vx, vy] = [vx * 0.7 + dice.normal() * force, vy * 0.7 + dice.normal() * force];
      [x, y] = [x + vx, y + vy];
      return [at, Math.round(x), Math.round(y)];
    });
  },
  /** WindMouse (Land 2005): pulled to the goal, pushed by a wind that turns; the way is cut into as many samples as the person made. */
  'gravity and wind': (real, dice) => {
    const [from, to] = ends(real, dice);
    const way: Point[] = [from];
    let [[x, y], vx, vy, wx, wy, most] = [from, 0, 0, 0, 0, 15];
    for (let left = Math.hypot(to[0] - x, to[1] - y); left > 2 && way.length < 2_000; left = Math.hypot(to[0] - x, to[1] - y)) {
      const wind = Math.min(3, left);
      if (left >= 12) [wx, wy] = [wx, wy].map((one) => one / Math.sqrt(3) + (dice.even() * 2 - 1) * wind / Math.sqrt(5)) as [number, number];
      else [wx, wy, most] = [wx / Math.sqrt(3), wy / Math.sqrt(3), Math.max(3, most / Math.sqrt(5))];
      [vx, vy] = [vx + wx + 9 * (to[0] - x) / left, vy + wy + 9 * (to[1] - y) / left];
      const speed = Math.hypot(vx, vy);
      const held = speed > most ? (most / 2 + dice.even() * most / 2) / speed : 1;
      [vx, vy] = [vx * held, vy * held];
      [x, y] = [x + vx, y + vy];
      way.push([x, y]);
    }
    return along(real, dice, (u) => way[Math.round(u * (way.length - 1))]!);
  },
  'a spline through points by chance': (real, dice) => {
    const [from, to] = ends(real, dice);
    const far = Math.hypot(to[0] - from[0], to[1] - from[1]) * 0.2;
    const knots = Array.from({ length: 6 }, (_one, index): Point => {
      const [x, y] = mix(from, to, index / 5);
      return index % 5 ? [x + dice.normal() * far, y + dice.normal() * far] : [x, y];
    });
    const ease = pick([even, ...EASES], dice);
    return along(real, dice, eased((u) => {
      const at = Math.min(4, Math.floor(u * 5));
      const [a, b, c, d] = [at - 1, at, at + 1, at + 2].map((index) => knots[Math.max(0, Math.min(5, index))]!) as [Point, Point, Point, Point];
      const t = u * 5 - at;
      return [0, 1].map((axis) => 0.5 * (2 * b[axis]! + (c[axis]! - a[axis]!) * t + (2 * a[axis]! - 5 * b[axis]! + 4 * c[axis]! - d[axis]!) * t * t
        + (3 * b[axis]! - a[axis]! - 3 * c[axis]! + d[axis]!) * t ** 3)) as unknown as Point;
    }, ease));
  },
  'a person’s, played back with noise': (real, dice) => {
    const [sigma, size] = [1 + dice.even() * 2.5, 0.8 + dice.even() * 0.4];
    return real.map(([at, x, y]): PointerSample => [at, Math.round(x * size + dice.normal() * sigma), Math.round(y * size + dice.normal() * sigma)]);
  },
};
