// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { safeUrl } from './safeUrl.ts';

const page = { baseURI: 'http://shop.test/cart' } as Document;

it.each([
  ['/delivery', 'http://shop.test/delivery'], ['#top', 'http://shop.test/cart#top'], ['https://other.test/x', 'https://other.test/x'],
  ['mailto:help@shop.test', 'mailto:help@shop.test'], ['tel:+123', 'tel:+123'],
  ['javascript:alert(1)', undefined], [' JaVaScRiPt:alert(1)', undefined], ['java\nscript:alert(1)', undefined], ['data:text/html,x', undefined],
  ['blob:http://shop.test/1', undefined], ['http://other.test/', undefined], ['//other.test/x', undefined], ['vbscript:x', undefined],
  ['file:///etc/passwd', undefined], ['http://', undefined], ['', undefined], [undefined, undefined],
])('%j → %j', (url, expected) => expect(safeUrl(url, page)).toBe(expected));
