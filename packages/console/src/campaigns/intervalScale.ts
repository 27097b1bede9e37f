/** Places a value on a line of `width` units that holds zero and the whole interval, with a margin of 6 units at both ends. */
export function intervalScale({ low, high, width }: { readonly low: number; readonly high: number; readonly width: number }): (value: number) => number {
  const [from, to] = [Math.min(0, low), Math.max(0, high)];
  const range = to - from || 1;
  return value => Math.round((6 + (value - from) / range * (width - 12)) * 10) / 10;
}
