import type { DeviceComparison, DeviceCondition, Scalar } from '@tactful/protocol';
import { possible, type Possible } from './possible.ts';
import type { Recorded } from './Recorded.ts';
import type { Told } from './Told.ts';

/** The least and the most that a condition may have been, in Kleene's logic: 1 true, 0 unknown, −1 false. */
type Span = readonly [least: number, most: number];

/** Nobody can say. */
const OPEN: Span = [-1, 1];

/** Whether a condition held at the moments of a session: `yes` at each, `no` at none. */
export function conditionTold(condition: DeviceCondition | undefined, recorded: Recorded): Told {
  if (!condition) return 'yes';
  const [least, most] = span(condition, recorded);
  return least > 0 ? 'yes' : most > 0 ? 'may' : 'no';
}

function span(condition: DeviceCondition, recorded: Recorded): Span {
  const over = (list: readonly DeviceCondition[], by: (...values: number[]) => number): Span => {
    const spans = list.map((part) => span(part, recorded));
    return [by(...spans.map(([least]) => least)), by(...spans.map(([, most]) => most))];
  };
  if ('all' in condition) return over(condition.all, Math.min);
  if ('any' in condition) return over(condition.any, Math.max);
  if ('not' in condition) {
    const [least, most] = span(condition.not, recorded);
    return [0 - most, 0 - least];
  }
  const known = possible(recorded, condition.feature);
  return known ? compared(condition, known) : OPEN;
}

/** One comparison over all that a feature may have been. */
function compared({ op, value }: DeviceComparison, { values, from, to, missing }: Possible): Span {
  if (op === 'exists') {
    const [always, never] = [missing === 'never', missing === 'always'];
    return value ? [always ? 1 : -1, never ? -1 : 1] : [never ? 1 : -1, always ? -1 : 1];
  }
  if (missing === 'always') return [0, 0];
  const [least, most] = from === undefined ? overValues(values!, (one) => holds(op, one, value)) : overRange(op, value, [from, to!]);
  return missing === 'perhaps' ? [Math.min(0, least), Math.max(0, most)] : [least, most];
}

function overValues(values: readonly Scalar[], test: (one: Scalar) => number): Span {
  const all = values.map(test);
  return [Math.min(...all), Math.max(...all)];
}

/** A number anywhere between two. Order turns at the ends alone; whether it equals something can only be said where both ends are one. */
function overRange(op: DeviceComparison['op'], value: DeviceComparison['value'], [from, to]: readonly [from: number, to: number]): Span {
  if (from === to) return overValues([from], (one) => holds(op, one, value));
  if (/^[gl]/.test(op)) return typeof value === 'number' ? overValues([from, to], (one) => holds(op, one, value)) : [0, 0];
  const inside = (one: unknown): boolean => typeof one === 'number' && one >= from && one <= to;
  if (op === 'ne') return [inside(value) ? -1 : 1, 1];
  if (op === 'contains') return OPEN;
  return [-1, (Array.isArray(value) ? value : [value]).some(inside) ? 1 : -1];
}

/** One value compared, as devices do: 1 true, −1 false, 0 what can't be compared. */
function holds(op: DeviceComparison['op'], seen: Scalar, value: DeviceComparison['value']): number {
  const is = ((): boolean | undefined => {
    if (op === 'eq') return seen === value;
    if (op === 'ne') return seen !== value;
    if (op === 'in') return (Array.isArray(value) ? value : [value]).includes(seen);
    if (op === 'contains') return String(seen).toLowerCase().includes(String(value).toLowerCase());
    if (typeof seen !== 'number' || typeof value !== 'number') return undefined;
    return op === 'gt' ? seen > value : op === 'gte' ? seen >= value : op === 'lt' ? seen < value : seen <= value;
  })();
  return is === undefined ? 0 : is ? 1 : -1;
}
