import type { DeviceTraits } from '@tactful/sdk/engine';
import type { Wx } from './Wx.ts';

/** What an older platform does not tell, or fails to, is nothing. */
const told = <Info extends object>(read: () => Info | undefined): Partial<Info> => {
  try {
    return read() ?? {};
  } catch (_error) {
    return {};
  }
};

/** The kind of device, by the platform's word; and WeChat's language as a tag (`zh_CN` → `zh-CN`). A phone and `zh-CN` where it has none. */
export function readDevice(wx: Wx): { readonly device: DeviceTraits['device']; readonly locale: string } {
  const { platform = '', model = '' } = told(() => wx.getDeviceInfo?.());
  const device = /^(windows|mac|ohos_pc)$/.test(platform) ? 'desktop' : /ipad|tablet/i.test(model) ? 'tablet' : 'phone';
  const locale = String(told(() => wx.getAppBaseInfo?.()).language).replace(/_/g, '-');
  return { device, locale: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(locale) ? locale : 'zh-CN' };
}
