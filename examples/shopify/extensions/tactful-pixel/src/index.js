import { register } from '@shopify/web-pixels-extension';
import { startPixel } from '@tactful/sdk/pixel';

register(({ analytics, browser, settings }) => startPixel({ analytics, browser }, { key: settings.key, apiHost: settings.host }));
