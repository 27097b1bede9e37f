// Settings → Customer events → Add custom pixel. Without an app of your own: the same pixel from your collector. `analytics` and
// `browser` are Shopify's. Permission: Analytics. https://help.shopify.com/en/manual/promoting-marketing/pixels/custom-pixels/code
const HOST = 'https://cx.example.com';
const KEY = 'pk_…';
const VERSION = '0.1.0';

import(`${HOST}/v/${VERSION}/tactful-pixel.js`).then(({ startPixel }) => startPixel({ analytics, browser }, { key: KEY, apiHost: HOST }));
