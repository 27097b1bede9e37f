import type { EpochMs, Milliseconds, Probability } from '@tactful/protocol';

/** Everything the console prints that is not a word. One locale, chosen once. */
export interface Format {
  /** A whole number, grouped. */
  count(value: number): string;
  /** A number with at most two decimals. */
  number(value: number): string;
  /** A sum in the site's currency; a plain number while no currency is known. */
  money(value: number): string;
  /** A sum with its sign always shown: a difference. */
  difference(value: number): string;
  share(value: Probability): string;
  /** A difference of shares, in percentage points. */
  points(value: number): string;
  time(at: EpochMs): string;
  dateTime(at: EpochMs): string;
  /** `4 min 12 sec`; below a minute in seconds with one decimal if under 10. */
  span(ms: Milliseconds): string;
}

export interface FormatOptions { readonly locale: string; readonly currency?: string | undefined; readonly timeZone?: string }

/** Makes the console's formats from `Intl`. An unknown currency code prints as a plain number. */
export function createFormat({ locale, currency, timeZone }: FormatOptions): Format {
  const zone = timeZone ? { timeZone } : {};
  const money: Intl.NumberFormatOptions = currency && /^[A-Z]{3}$/.test(currency) ? { style: 'currency', currency } : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const sum = new Intl.NumberFormat(locale, money);
  const difference = new Intl.NumberFormat(locale, { ...money, signDisplay: 'exceptZero' });
  const share = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const points = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', ...zone });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone });
  const unit = (name: string, digits = 0): Intl.NumberFormat => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits });
  const [hours, minutes, seconds, fine] = [unit('hour'), unit('minute'), unit('second'), unit('second', 1)];
  return {
    count: value => count.format(value),
    number: value => number.format(value),
    money: value => sum.format(value),
    difference: value => difference.format(value),
    share: value => share.format(value),
    points: value => points.format(value * 100),
    time: at => time.format(at),
    dateTime: at => dateTime.format(at),
    span(ms) {
      if (ms < 10_000) return fine.format(Math.round(ms / 100) / 10);
      const all = Math.round(ms / 1_000);
      const [h, m, s] = [Math.floor(all / 3_600), Math.floor(all / 60) % 60, all % 60];
      if (h > 0) return m > 0 ? `${hours.format(h)} ${minutes.format(m)}` : hours.format(h);
      return [m > 0 ? minutes.format(m) : '', s > 0 || m === 0 ? seconds.format(s) : ''].filter(Boolean).join(' ');
    },
  };
}
