/** How shops write the currencies of three decimals: Kuwait's, Bahrain's, Jordan's, Tunisia's, Oman's. */
const THOUSANDTHS = /د\.[كبات]|ر\.ع/;

/**
 * The number in a price as shops write it: `$1,234.50`, `1.234,50 €`, `1 234,50`, `¥1,234`, `12.500 د.ك`. The last point or comma with
 * one or two digits behind it (of those currencies three, too) is the decimal one; all others part thousands.
 */
export function money(text: unknown): number | undefined {
  const [found] = /\d[\d.,\s'’]*/.exec(text as string) || [];
  const decimal = THOUSANDTHS.test(text as string) ? /[.,](?=\d\d?\d?\D*$)/ : /[.,](?=\d\d?\D*$)/;
  if (found) return Number(found.replace(decimal, 'p').replace(/[^\dp]/g, '').replace('p', '.'));
}
