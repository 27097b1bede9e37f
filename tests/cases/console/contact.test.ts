import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { contactHref } from '../../../packages/console/src/requests/contactHref.ts';

const rows = JSON.parse(readFileSync(new URL('contact.json', import.meta.url), 'utf8')) as [name: string, contact: string, href: string | null][];

it.each(rows)('%s: %s', (_name, contact, href) => {
  expect(contactHref(contact) ?? null).toBe(href);
});
