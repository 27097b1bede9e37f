import type { Host } from './Host.ts';

/** An answer of the collector, headers by their lower-case names. */
export interface Answer { readonly status: number; readonly text: string; readonly headers: Readonly<Record<string, string>> }

/** One request to the collector; rejects where there is no network. Text both ways: the platform would parse and convert otherwise. */
export type Net = (path: string, body?: string) => Promise<Answer>;

const PATIENCE_MS = 15_000;

export const createNet = ({ wx, key, apiHost }: Host): Net => (path, body) => new Promise((resolve, reject) => {
  wx.request({
    url: `${apiHost}/v1/${path}${path.includes('?') ? '&' : '?'}key=${encodeURIComponent(key)}`,
    method: body === undefined ? 'GET' : 'POST', header: { 'content-type': 'text/plain' }, dataType: 'text', timeout: PATIENCE_MS,
    ...(body !== undefined && { data: body }),
    // Any status is a success here.
    success: ({ statusCode, data, header }) => resolve({
      status: statusCode, text: typeof data === 'string' ? data : JSON.stringify(data),
      headers: Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), value])),
    }),
    fail: reject,
  });
});
