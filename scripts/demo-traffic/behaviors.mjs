/** How visitors of a shop behave, as steps of one visitor (`openVisitor.mjs`). Each ends where the visitor leaves. */
const PRODUCTS = ['morning-mug', 'ridge-bowl', 'supper-plate', 'slow-teapot', 'well-carafe', 'meadow-vase', 'sill-planter', 'dusk-candlestick'];

async function browse({ go, look, dice }, products) {
  await go('/');
  await look(dice.between(3, 15));
  await go('/shop');
  await look(dice.between(2, 12));
  for (let seen = 0; seen < products; seen++) {
    await go(`/products/${PRODUCTS[dice.between(0, PRODUCTS.length - 1)]}`);
    await look(dice.between(4, 25));
  }
}

async function fillCart(visitor) {
  await browse(visitor, visitor.dice.between(1, 2));
  await visitor.submit('#add');
  if (visitor.dice.chance(0.3)) {
    await visitor.go('/products/slow-teapot');
    await visitor.submit('#add');
  }
}

async function pay(visitor) {
  const { go, type, submit, dice } = visitor;
  await go('/checkout/contact');
  await type({ email: 'visitor@example.com' });
  await submit('#next');
  await type({ name: 'Demo Visitor', street: 'Kiln Lane 5', postcode: '12345', city: 'Clayton' });
  await submit('#next');
  if (dice.chance(0.15)) {
    await type({ cardName: 'Demo Visitor', card: '4000 0000 0000 0002', expiry: '04/30', cvc: '123' });
    await submit('#pay');
  }
  await type({ cardName: 'Demo Visitor', card: '4242 4242 4242 4242', expiry: '04/30', cvc: '123' });
  await submit('#pay');
}

/** A message makes some of those buy who would have left; that is what the control group is there to tell. */
async function perhapsBuy(visitor, { anyway, helped }) {
  if (visitor.dice.chance((await visitor.react()) ? helped : anyway)) await pay(visitor);
}

export const BEHAVIORS = {
  async bounce({ go, look, dice }) {
    await go(dice.chance(0.5) ? '/' : '/shop');
    await look(dice.between(1, 6));
  },
  browse: (visitor) => browse(visitor, visitor.dice.between(1, 3)),
  async hesitate(visitor) {
    await fillCart(visitor);
    await visitor.look(visitor.dice.between(5, 25));
    await visitor.go('/help/shipping');
    await visitor.look(visitor.dice.between(40, 62));
    await perhapsBuy(visitor, { anyway: 0.2, helped: 0.4 });
  },
  async exit(visitor) {
    await fillCart(visitor);
    await visitor.look(visitor.dice.between(6, 20));
    await visitor.leaveThroughTop();
    await perhapsBuy(visitor, { anyway: 0.15, helped: 0.35 });
  },
  async stall(visitor) {
    await fillCart(visitor);
    for (let stay = 0; stay < 3; stay++) {
      await visitor.go('/checkout/contact');
      await visitor.look(visitor.dice.between(11, 18));
      if (stay < 2) await visitor.go('/cart');
    }
    await perhapsBuy(visitor, { anyway: 0.3, helped: 0.55 });
  },
  async buy(visitor) {
    await fillCart(visitor);
    await pay(visitor);
    await visitor.look(3);
  },
};

/** How often each is met. */
export const WEIGHTS = { bounce: 20, browse: 24, hesitate: 14, exit: 14, stall: 16, buy: 12 };
