import { published } from './published.ts';
import { json, type Subject } from './Subject.ts';

export const amplitude: Subject = {
  name: '@amplitude/analytics-browser', from: '@amplitude/analytics-browser', duty: 'autocapture, all of it',
  files: async () => ({ '/amplitude-min.js': published('@amplitude/analytics-browser/lib/scripts/amplitude-min.js') }),
  head: (at) => `<script>function benchStart(){amplitude.init('bench',{serverUrl:'${at}/2/httpapi',autocapture:true,remoteConfig:{fetchRemoteConfig:true,serverUrl:'${at}/config'}})}</script>
<script async crossorigin src="${at}/amplitude-min.js" onload="benchStart()"></script>`,
  cart: "window.amplitude&&amplitude.track('add_to_cart',{value:48})",
  answer: ({ path }) => (path.startsWith('/2/httpapi') ? json({ code: 200, events_ingested: 1, payload_size_bytes: 1, server_upload_time: Date.now() }) : json({ configs: {} })),
};
