import type { Locale, ReferrerClass, Summary } from '@tactful/protocol';
import { readDevice } from '../readDevice.ts';

/** Classes of referrers by their host; the address itself never leaves. */
function referrerClass(): ReferrerClass {
  // A frame named `referrer` stands in for the document's own word.
  const host = Reflect.get(Document.prototype, 'referrer', document).split('/')[2];
  return /[?&](utm_|gclid)/.test(location.search) ? 'campaign'
    : !host ? 'direct'
    : host == location.host ? 'internal'
    : /(^|\.)(google|bing|baidu|yahoo|yandex|duckduckgo|sogou)\./.test(host) ? 'search'
    : /(^|\.)((facebook|instagram|twitter|tiktok|weibo|youtube)\.|(x\.com|t\.co)$)/.test(host) ? 'social' : 'other';
}

/** A page's word for its language as a tag; the configuration's where it is none (`x-default`). */
export function readLocale(word: string, served: Locale): Locale {
  const tag = word.replace(/_/g, '-').replace(/^[a-z]+/i, (language) => language.toLowerCase());
  return /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(tag) ? tag : served;
}

/** How a session began: by then the device and where the visitor came from are told, whatever page sends the summary. */
export type Origin = Omit<Summary['context'], 'locale'>;
export const readOrigin = (): Origin => ({ device: readDevice(), referrer: referrerClass() });
