const tactful = require('../../tactful/tactful.js');
const pieces = require('../../pieces.js');

Page(tactful.page('product', {
  data: { piece: null, quantity: 1 },
  onLoad({ id }) {
    const piece = pieces.find((one) => one.id === id) || pieces[0];
    this.setData({ piece: { ...piece, yuan: piece.price / 100 } });
    tactful.track('view_item', { currency: 'CNY', value: piece.price / 100 });
  },
  less() {
    this.setData({ quantity: Math.max(1, this.data.quantity - 1) });
  },
  more() {
    this.setData({ quantity: this.data.quantity + 1 });
  },
  add() {
    const { piece, quantity } = this.data;
    const { cart } = getApp().globalData;
    cart.push({ price: piece.price, quantity });
    const value = cart.reduce((sum, line) => sum + line.price * line.quantity, 0) / 100;
    tactful.cart({ value, currency: 'CNY', items: cart.reduce((sum, line) => sum + line.quantity, 0) });
    tactful.track('add_to_cart', { currency: 'CNY', value: (piece.price * quantity) / 100 });
    wx.navigateTo({ url: '/pages/checkout/checkout' });
  },
}));
