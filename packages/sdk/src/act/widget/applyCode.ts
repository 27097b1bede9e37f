/**
 * Puts a code into the shop's own field, `<input data-tactful-coupon>`, as if it had been typed.
 * @returns false where the page has none: the visitor must
 */
export function applyCode(document: Document, code: string): boolean {
  const field = document.querySelector<HTMLInputElement>('input[data-tactful-coupon]');
  if (!field) return false;
  // Past a framework's own setter on the element, which would hide the change from it.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, code);
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  return true;
}
