const UNITS = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000], ['second', 1_000]];

/** A span in its largest unit: `3 days`. */
export function describeAge(ms) {
  const [name, unit] = UNITS.find(([, size]) => ms >= size) ?? UNITS.at(-1);
  const n = Math.max(0, Math.floor(ms / unit));
  return `${n} ${name}${n === 1 ? '' : 's'}`;
}
