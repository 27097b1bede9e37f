import type { Wx } from './Wx.ts';

/** A random id of so many bytes (16: 22 characters), as base64url without padding. */
export const randomId = (wx: Wx, length: number): Promise<string> => new Promise((resolve, reject) => {
  wx.getRandomValues({
    length,
    success: ({ randomValues }) => resolve(wx.arrayBufferToBase64(randomValues).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')),
    fail: reject,
  });
});
