import type { Wx } from './Wx.ts';

/** A random id of so many bytes (16: 22 characters), as base64url without padding. Rejects where the platform has no dice: an id that can be guessed is none. */
export const randomId = (wx: Wx, length: number): Promise<string> => new Promise((resolve, reject) => {
  if (!wx.getRandomValues) return reject(new Error('no getRandomValues'));
  wx.getRandomValues({
    length,
    success: ({ randomValues }) => resolve(wx.arrayBufferToBase64(randomValues).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')),
    fail: reject,
  });
});
