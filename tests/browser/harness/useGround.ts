import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openGround } from '../../../scripts/replay-pointer/openGround.ts';
import { launchBrowser } from './launchBrowser.ts';

/** The shop that recordings are played over, and the browser they are played in. */
export interface Grounds { readonly browser: Browser; readonly ground: Awaited<ReturnType<typeof openGround>> }

/** The ground of a file's tests: opened before the first, closed after the last. */
export function useGround(): () => Grounds {
  let grounds: Grounds;
  beforeAll(async () => {
    const [browser, ground] = await Promise.all([launchBrowser(), openGround()]);
    grounds = { browser, ground };
  });
  afterAll(async () => {
    await grounds.browser.close();
    await grounds.ground.close();
  });
  return () => grounds;
}
