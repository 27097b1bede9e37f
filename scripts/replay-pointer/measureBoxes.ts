import type { Page } from 'playwright-core';
import type { Box } from './countRests.ts';

/** Where the elements of each selector stand now: border boxes with the rounding of their corners, which the pointer does not hit. */
export function measureBoxes(page: Page, selectors: readonly string[]): Promise<Box[][]> {
  return page.evaluate((all) => all.map((selector) => [...document.querySelectorAll(selector)].map((element) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    const radius = Math.min(Number.parseFloat(getComputedStyle(element).borderTopLeftRadius) || 0, width / 2, height / 2);
    return { left, top, right, bottom, radius };
  })), selectors);
}
