import { init, track } from '@plausible-analytics/tracker';

init({ domain: 'shop.example.com', endpoint: `${globalThis.bench.at}/api/event`, captureOnLocalhost: true, outboundLinks: true, fileDownloads: true, formSubmissions: true });
globalThis.benchTrack = (name, props) => track(name, { props });
