import type { EpochMs } from '@tactful/protocol';
import type { Kit } from './createKit.ts';

const SECOND = 1_000, HOUR = 3_600, DAY = 86_400;

/** The time left: days and hours, or hours, minutes and seconds; as the locale writes them. */
function left(locale: string, seconds: number): string {
  const unit = (value: number, name: string) => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(Math.floor(value));
  if (seconds >= DAY) return unit(seconds / DAY, 'day') + (seconds % DAY < HOUR ? '' : ' ' + unit((seconds % DAY) / HOUR, 'hour'));
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
  const parts = [(seconds % HOUR) / 60, seconds % 60];
  if (seconds >= HOUR) parts.unshift(seconds / HOUR);
  return parts.map((part) => two.format(Math.floor(part))).join(':');
}

/** Counts down to `until`, each second (each minute while days are left), then calls `end` once. Silent for screen readers. */
export function countdown(kit: Kit, until: EpochMs, end: () => void): HTMLElement | string {
  if (!isFinite(until)) return '';
  const text = kit.h('span');
  const own = kit.child();
  const tick = () => {
    const remaining = until - kit.host.now();
    if (remaining <= 0) {
      // Later, so that the caller has drawn this element before it hears that it is over.
      own.after(0, end);
      return;
    }
    text.textContent = kit.t('ends_in', { time: left(kit.host.locale, Math.ceil(remaining / SECOND)) });
    own.after(remaining > DAY * SECOND ? 60 * SECOND : remaining % SECOND || SECOND, tick);
  };
  const element = kit.h('p', { class: 'note clock', role: 'timer' }, kit.icon('clock'), text);
  tick();
  return element;
}
