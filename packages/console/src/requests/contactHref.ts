/** A link to write or call, for a contact that is plainly an e-mail address or a telephone number; nothing otherwise. */
export function contactHref(contact: string): string | undefined {
  const text = contact.trim();
  if (/^[^\s@,;:?&<>"]+@[^\s@,;:?&<>"]+\.[^\s@,;:?&<>"]+$/.test(text)) return `mailto:${encodeURIComponent(text).replace('%40', '@')}`;
  const digits = text.replace(/[\s().-]/g, '');
  return /^\+?\d{5,15}$/.test(digits) ? `tel:${digits}` : undefined;
}
