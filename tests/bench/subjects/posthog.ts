import { published, versionOf } from './published.ts';
import { json, type Subject } from './Subject.ts';

const KEY = 'phc_bench';
const FILES = ['surveys', 'web-vitals-with-attribution', 'web-vitals', 'exception-autocapture', 'dead-clicks-autocapture', 'lazy-recorder', 'posthog-recorder', 'tracing-headers', 'logs'];

const SURVEY = {
  id: '1', name: 'Why', type: 'popover', start_date: '2026-01-01T00:00:00Z', end_date: null, linked_flag_key: null, targeting_flag_key: null,
  conditions: { url: '/never' }, appearance: {}, questions: [{ type: 'open', question: 'What is missing?', id: 'q' }],
};

/** What PostHog's own configuration service would answer: its defaults, or with the duties nearest to ours. */
const remote = (duties: boolean, surveys: readonly unknown[]): Record<string, unknown> => ({
  token: KEY, supportedCompression: ['gzip', 'gzip-js'], hasFeatureFlags: true, captureDeadClicks: duties, heatmaps: duties,
  capturePerformance: { network_timing: true, web_vitals: true, web_vitals_allowed_metrics: null }, autocapture_opt_out: false,
  autocaptureExceptions: duties, analytics: { endpoint: '/i/v0/e/' }, elementsChainAsString: true, sessionRecording: false, surveys,
  defaultIdentifiedOnly: true, siteApps: [],
});

const start = (at: string): string => `<script>
window.posthog=Object.assign([],{_i:[],__SV:1,people:[],init(key,config,name){this._i.push([key,config,name])}});
posthog.init('${KEY}',{api_host:'${at}',defaults:'2025-05-24',person_profiles:'identified_only'},'posthog')
</script><script async crossorigin src="${at}/static/array.js"></script>`;

function posthog(name: string, duty: string, duties: boolean): Subject {
  const config = remote(duties, [SURVEY]);
  return {
    name, duty, from: 'posthog-js', head: start, cart: `window.posthog&&posthog.capture&&posthog.capture('add_to_cart',{value:48,currency:'USD'})`,
    async files() {
      const dist = (file: string): string => published(`posthog-js/dist/${file}.js`);
      const later = FILES.map((file) => [`/static/${versionOf('posthog-js')}/${file}.js`, dist(file)]);
      const set = `(function(){window._POSTHOG_REMOTE_CONFIG=window._POSTHOG_REMOTE_CONFIG||{};window._POSTHOG_REMOTE_CONFIG['${KEY}']={config:${JSON.stringify(config)},siteApps:[]}})();`;
      return Object.fromEntries([['/static/array.js', dist('array')], ...later, [`/array/${KEY}/config.js`, set]]);
    },
    answer({ path }) {
      if (path === `/array/${KEY}/config`) return json(config);
      if (path.startsWith('/flags')) return json({ ...config, featureFlags: {}, flags: {}, featureFlagPayloads: {}, errorsWhileComputingFlags: false, requestId: '1' });
      if (path.startsWith('/api/surveys')) return json({ surveys: [SURVEY] });
      if (/^\/(e|i|s)\//.test(path)) return json({ status: 'Ok' });
      return undefined;
    },
  };
}

export const posthogDefault = posthog('posthog-js', 'its defaults', false);
export const posthogDuties = posthog('posthog-js, our duties', 'with exceptions, dead clicks, heatmaps, surveys', true);
