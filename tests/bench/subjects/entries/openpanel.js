import { OpenPanel } from '@openpanel/web';

const panel = new OpenPanel({ clientId: 'bench', apiUrl: globalThis.bench.at, trackScreenViews: true, trackOutgoingLinks: true, trackAttributes: true });
globalThis.benchTrack = (name, props) => panel.track(name, props);
