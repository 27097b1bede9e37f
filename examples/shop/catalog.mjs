/** Four glazes; each tints the piece, its raw clay and the wall behind it. */
export const GLAZES = {
  chalk: { glaze: '#ece5d8', shade: '#cbbfaa', clay: '#c79a72', wall: '#e4ddd0' },
  moss: { glaze: '#7f8f6b', shade: '#5c6b4c', clay: '#b98b63', wall: '#d6d9c8' },
  ink: { glaze: '#3f4f66', shade: '#2b3749', clay: '#b58660', wall: '#cfd6df' },
  ember: { glaze: '#c2673f', shade: '#94472a', clay: '#8a5a3c', wall: '#eed9c8' },
};

/** What is sold. Prices are in cents of US dollars. Names and descriptions stand in `words/`. */
export const PRODUCTS = [
  { id: 'morning-mug', kind: 'table', price: 2400, glaze: 'ember' },
  { id: 'ridge-bowl', kind: 'table', price: 3200, glaze: 'chalk' },
  { id: 'supper-plate', kind: 'table', price: 2800, glaze: 'moss' },
  { id: 'slow-teapot', kind: 'table', price: 8600, glaze: 'ink' },
  { id: 'well-carafe', kind: 'table', price: 5400, glaze: 'chalk' },
  { id: 'meadow-vase', kind: 'room', price: 6800, glaze: 'moss' },
  { id: 'sill-planter', kind: 'room', price: 4600, glaze: 'ember' },
  { id: 'dusk-candlestick', kind: 'room', price: 3800, glaze: 'ink' },
];

export const CURRENCY = 'USD';

/** Shipping in cents; the coupon of kind `shipping` takes it to nothing. */
export const SHIPPING = { standard: 600, express: 1400 };

/** What each offer of the site is worth here. The codes themselves are Tactful's to make and to check. */
export const OFFERS = {
  freeship: { kind: 'shipping' },
  comeback: { kind: 'percent', percent: 10 },
};

export const findProduct = (id) => PRODUCTS.find((product) => product.id === id);
