import { expect, it } from 'vitest';
import { previewAddress } from './previewAddress.ts';

const TICKET = { token: 'a.b-c.d_e', origins: ['https://shop.example.com', 'http://localhost:8788'] };

it.each([
  ['https://shop.example.com', 'https://shop.example.com/?tactful_preview=a.b-c.d_e'],
  ['https://shop.example.com/checkout?step=2#pay', 'https://shop.example.com/checkout?step=2&tactful_preview=a.b-c.d_e#pay'],
  ['https://shop.example.com/?tactful_preview=old.token.x', 'https://shop.example.com/?tactful_preview=a.b-c.d_e'],
  ['http://localhost:8788/cart', 'http://localhost:8788/cart?tactful_preview=a.b-c.d_e'],
  ['https://elsewhere.example/', undefined], ['javascript:alert(1)', undefined], ['shop.example.com', undefined], ['', undefined],
])('on %j the preview is at %s', (page, address) => expect(previewAddress(page, TICKET)).toBe(address));
