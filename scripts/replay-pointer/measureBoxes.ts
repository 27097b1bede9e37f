import type { Page } from 'playwright-core';
import type { Box } from './countRests.ts';

/** Where the elements of each selector stand now; what overflows an element counts with it, as it does for the pointer. */
export function measureBoxes(page: Page, selectors: readonly string[]): Promise<Box[][]> {
  return page.evaluate((all) => all.map((selector) =>
    [...document.querySelectorAll(selector)].flatMap((element) =>
      [element, ...element.querySelectorAll('*')].flatMap((one) =>
        [...one.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }))))), selectors);
}
