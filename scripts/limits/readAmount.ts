/**
 * The amount that an option was given; it need not be whole.
 * @throws Error that names the option, the value and the range.
 */
export function readAmount(text: string, { name, least = 0, most = Infinity }: { readonly name: string; readonly least?: number; readonly most?: number }): number {
  const amount = Number(text);
  if (/^\d*\.?\d+$/.test(text) && amount >= least && amount <= most) return amount;
  throw new Error(`${name} takes a number ${most === Infinity ? `from ${least}` : `from ${least} to ${most}`}; it is "${text}".`);
}
