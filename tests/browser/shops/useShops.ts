import { afterAll, beforeAll } from 'vitest';
import { openShops, type ShopStage } from './openShop.ts';

/** The shops of a file's tests: opened before the first, closed after the last. */
export function useShops(): () => ShopStage {
  let shops: ShopStage;
  beforeAll(async () => { shops = await openShops(); });
  afterAll(() => shops.close());
  return () => shops;
}
