import type { DeviceTraits } from '@tactful/sdk/engine';
import type { Wx } from './Wx.ts';

/** The kind of device, by the platform's word; and WeChat's language as a tag (`zh_CN` → `zh-CN`). */
export function readDevice(wx: Wx): { readonly device: DeviceTraits['device']; readonly locale: string } {
  const { platform, model } = wx.getDeviceInfo();
  const device = /^(windows|mac|ohos_pc)$/.test(platform) ? 'desktop' : /ipad|tablet/i.test(model) ? 'tablet' : 'phone';
  const locale = wx.getAppBaseInfo().language.replace(/_/g, '-');
  return { device, locale: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(locale) ? locale : 'zh-CN' };
}
