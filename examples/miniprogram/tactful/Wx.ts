/** How calls of the platform answer: by callbacks. */
interface Answers<Result = object> { success?(result: Result): void; fail?(error: object): void }

/** What a server answered. With `dataType` other than `json`, `data` is the text. */
export interface WxResponse { readonly statusCode: number; readonly data: unknown; readonly header: Readonly<Record<string, string>> }

/**
 * The part of the platform that is used, as its documentation has it. Base library 2.32.3 for the privacy calls; where they are
 * missing nothing is ever kept or sent. What came after base library 2.9 may be missing. https://developers.weixin.qq.com/miniprogram/dev/api/
 */
export interface Wx {
  /** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/privacy/wx.getPrivacySetting.html */
  getPrivacySetting?(options: Answers<{ readonly needAuthorization: boolean }>): void;
  /** Asks, by the platform's own dialog or the mini-program's. https://developers.weixin.qq.com/miniprogram/dev/api/open-api/privacy/wx.requirePrivacyAuthorize.html */
  requirePrivacyAuthorize?(options: Answers): void;
  /** https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html */
  request(options: Answers<WxResponse> & {
    readonly url: string; readonly method: 'GET' | 'POST'; readonly data?: string; readonly header: Readonly<Record<string, string>>; readonly dataType: string; readonly timeout: number;
  }): void;
  /** At most 1 MB a key. https://developers.weixin.qq.com/miniprogram/dev/api/storage/wx.setStorageSync.html */
  setStorageSync(key: string, data: unknown): void;
  /** The empty string where there is nothing. */
  getStorageSync(key: string): unknown;
  removeStorageSync(key: string): void;
  /** https://developers.weixin.qq.com/miniprogram/dev/api/device/crypto/wx.getRandomValues.html */
  getRandomValues?(options: Answers<{ readonly randomValues: ArrayBuffer }> & { readonly length: number }): void;
  /** https://developers.weixin.qq.com/miniprogram/dev/api/base/wx.arrayBufferToBase64.html */
  arrayBufferToBase64(buffer: ArrayBuffer): string;
  /** https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getDeviceInfo.html */
  getDeviceInfo?(): { readonly platform: string; readonly model: string };
  /** https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getAppBaseInfo.html */
  getAppBaseInfo?(): { readonly language: string };
  /** https://developers.weixin.qq.com/miniprogram/dev/api/base/app/app-event/wx.onAppShow.html */
  onAppShow(listener: () => void): void;
  onAppHide(listener: () => void): void;
  onError(listener: () => void): void;
  onUnhandledRejection?(listener: () => void): void;
  /** https://developers.weixin.qq.com/miniprogram/dev/api/route/wx.navigateTo.html */
  navigateTo(options: Answers & { readonly url: string }): void;
  switchTab(options: Answers & { readonly url: string }): void;
}
