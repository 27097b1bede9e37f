import { published } from './published.ts';
import { json, type Subject } from './Subject.ts';

/** Its own snippet makes the tag of the script; the address is the one option of it. */
export const mixpanel: Subject = {
  name: 'mixpanel-browser', from: 'mixpanel-browser', duty: 'autocapture',
  files: async () => ({ '/mixpanel.min.js': published('mixpanel-browser/dist/mixpanel.min.js') }),
  head: (at) => `<script>MIXPANEL_CUSTOM_LIB_URL='${at}/mixpanel.min.js'</script><script>${published('mixpanel-browser/dist/mixpanel-jslib-snippet.min.js')}</script>
<script>mixpanel.init('bench',{api_host:'${at}',autocapture:true,track_pageview:true,persistence:'localStorage'})</script>`,
  cart: "window.mixpanel&&mixpanel.track('add_to_cart',{value:48})",
  answer: () => json(1),
};
