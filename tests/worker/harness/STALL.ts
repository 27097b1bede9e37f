/** A small configuration: one coupon campaign with a goal, one card without, offers of each mode. */
export const STALL = {
  v: 1,
  site: { currency: 'EUR' },
  pages: [{ id: 'checkout', match: ['/checkout/*'], type: 'checkout' }],
  signals: [{ id: 'save-workflow', on: 'click', target: '#save-workflow' }],
  campaigns: [
    {
      id: 'stall', name: 'Stalled at checkout', status: 'live',
      trigger: { any: [{ on: 'dwell', page: 'checkout', for: '10s', consecutive: 3, within: '30m' }] },
      message: { kind: 'coupon', title: { en: 'Free shipping', 'zh-Hans': '免运费' }, offer: 'freeship', action: { kind: 'apply_offer', label: { en: 'Get code', 'zh-Hans': '领取' } } },
      goal: { event: 'purchase', within: '24h' },
    },
    {
      id: 'hello', status: 'paused', trigger: { any: [{ on: 'page', page: 'checkout' }] },
      message: { kind: 'card', title: { en: 'Need help?', 'zh-Hans': '需要帮助吗？' } },
    },
  ],
  offers: {
    freeship: { mode: 'minted', budget: 100, validFor: '1h' },
    pool: { mode: 'pool', budget: 5 },
    everyone: { mode: 'public', budget: 2, code: 'WELCOME' },
    over: { mode: 'minted', budget: 10, until: '2020-01-01T00:00Z' },
  },
};
