import type { ReferrerClass, Summary } from '@tactful/protocol';
import { readDevice } from '../readDevice.ts';

/** Classes of referrers by their host; the address itself never leaves. */
function referrerClass(): ReferrerClass {
  const host = document.referrer.split('/')[2];
  return /[?&](utm_|gclid)/.test(location.search) ? 'campaign'
    : !host ? 'direct'
    : host == location.host ? 'internal'
    : /google|bing|baidu|yahoo|yandex|duckduckgo|sogou/.test(host) ? 'search'
    : /facebook|instagram|twitter|tiktok|weibo|youtube|^t\.co/.test(host) ? 'social' : 'other';
}

/** What a summary says of the visit: classes and closed words. */
export function readContext(locale: string): Summary['context'] {
  return {
    device: readDevice(),
    locale,
    referrer: referrerClass(),
  };
}
