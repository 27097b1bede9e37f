import type { Wx } from './Wx.ts';

/** The consent that the platform's privacy agreement makes; `denied` is the visitor's own word. */
export type Consent = 'granted' | 'pending' | 'denied';

/**
 * What the platform knows of the visitor's answer. Cleared is only what it says is cleared: an older base library, a failure, or
 * an agreement that is still to be given leave it pending.
 */
export const readPrivacy = ({ getPrivacySetting }: Wx): Promise<Consent> => new Promise((resolve) => {
  if (!getPrivacySetting) return resolve('pending');
  getPrivacySetting({ success: ({ needAuthorization }) => resolve(needAuthorization === false ? 'granted' : 'pending'), fail: () => resolve('pending') });
});

/** Has the platform ask the visitor now. Refused is denied. */
export const askPrivacy = ({ requirePrivacyAuthorize }: Wx): Promise<Consent> => new Promise((resolve) => {
  if (!requirePrivacyAuthorize) return resolve('pending');
  requirePrivacyAuthorize({ success: () => resolve('granted'), fail: () => resolve('denied') });
});
