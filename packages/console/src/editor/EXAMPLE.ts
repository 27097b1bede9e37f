/** A first campaign, as a draft: on no device until its status says so. */
export const EXAMPLE = {
  id: 'cart-help', name: 'Help in the cart', status: 'draft',
  trigger: { any: [{ on: 'dwell', page: 'type:cart', for: '20s', consecutive: 2, within: '30m' }] },
  message: { kind: 'card', title: { en: 'Can we help?' }, body: { en: 'Shipping, sizes, returns: the answers are one click away.' }, action: { kind: 'link', label: { en: 'See the answers' }, url: '/help' } },
  frequency: { session: 1, after: { dismiss: '7d' } },
  control: 0.1, goal: { event: 'purchase', within: '24h' },
};
