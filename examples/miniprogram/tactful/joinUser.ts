import type { ProfileAnswer } from '@tactful/protocol';
import type { Net } from './createNet.ts';

/**
 * What the user's other devices know, where the merchant's server says by its own session who this is; undefined where it says that it is nobody,
 * or there is no network: then the mini-program goes by its own caps.
 */
export async function joinUser(net: Net, visitor: string): Promise<Pick<ProfileAnswer, 'attributes' | 'caps'> | undefined> {
  const { status, text } = await net(`profile?visitor=${visitor}`);
  return status === 200 ? JSON.parse(text) as ProfileAnswer : undefined;
}
