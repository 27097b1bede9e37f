/**
 * The number in a price as shops write it: `$1,234.50`, `1.234,50 €`, `1 234,50`, `¥1,234`. The last point or comma with one or
 * two digits behind it is the decimal one; all others part thousands.
 */
export function money(text: unknown): number | undefined {
  const found = /\d[\d.,\s'’]*/.exec(String(text == null ? '' : text));
  if (!found) return;
  const digits = found[0].replace(/[.,]+\s*$/, '');
  const decimal = /[.,](\d{1,2})\s*$/.exec(digits);
  const whole = (decimal ? digits.slice(0, decimal.index) : digits).replace(/\D/g, '');
  return Number(whole + (decimal ? '.' + decimal[1] : ''));
}
