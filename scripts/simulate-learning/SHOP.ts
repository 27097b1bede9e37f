/** The shop's configuration, as its author published it on the first day and left it: an answer at the cart, for who may buy and is not sure to. */
export const SHOP = {
  v: 1,
  site: { currency: 'EUR' },
  holdout: 0,
  pages: (['home', 'listing', 'product', 'help', 'account', 'cart', 'checkout', 'confirmation'] as const).map((type) => ({ id: type, match: [`/${type}/*`], type })),
  campaigns: [{
    id: 'reassure', name: 'An answer at the cart', status: 'live', control: 0.3,
    trigger: { any: [{ on: 'dwell', page: 'cart', for: '8s' }] },
    conditions: { all: [{ feature: 'intent.likely_buyer', gte: 0.15 }, { feature: 'intent.likely_buyer', lt: 0.45 }] },
    message: { kind: 'card', title: { en: 'Free returns for 60 days' } },
    frequency: { lifetime: 1 },
    goal: { event: 'purchase', within: '24h' },
  }],
} as const;
