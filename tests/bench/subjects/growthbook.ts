import { published } from './published.ts';
import { json, type Subject } from './Subject.ts';

/** Ten features, each for some of the visitors and half of those. */
const features = Object.fromEntries(Array.from({ length: 10 }, (_none, index) => [`feature-${index}`, {
  defaultValue: false,
  rules: [
    { condition: { path: { $regex: '^/(products|cart)' }, deviceType: 'desktop' }, force: true, coverage: 0.5, hashAttribute: 'id' },
    { condition: { browser: { $in: ['chrome', 'firefox'] } }, variations: [false, true], key: `try-${index}`, weights: [0.5, 0.5], hashAttribute: 'id' },
  ],
}]));

export const growthbook: Subject = {
  name: '@growthbook/growthbook', from: '@growthbook/growthbook', duty: 'automatic script, 10 targeted features',
  files: async () => ({ '/auto.min.js': published('@growthbook/growthbook/dist/bundles/auto.min.js') }),
  head: (at) => `<script async crossorigin src="${at}/auto.min.js" data-api-host="${at}" data-client-key="sdk-bench"></script>`,
  answer: ({ path }) => (path.startsWith('/api/features') ? json({ status: 200, features, experiments: [], dateUpdated: '2026-01-01T00:00:00Z' }) : undefined),
};
