const tactful = require('../../tactful/tactful.js');

Page(tactful.page('checkout', {
  data: { name: '', problem: '', yuan: 0 },
  onLoad() {
    this.setData({ yuan: this.total() / 100 });
    tactful.track('begin_checkout', { currency: 'CNY', value: this.total() / 100 });
  },
  total() {
    return getApp().globalData.cart.reduce((sum, line) => sum + line.price * line.quantity, 0);
  },
  // Bound so that nothing comes while the visitor types.
  begin() {},
  end() {},
  write(event) {
    this.setData({ name: event.detail.value });
  },
  pay() {
    if (!this.data.name) {
      this.setData({ problem: '请填写收件人。' });
      tactful.track('form_error', { form: 'address' });
      return;
    }
    tactful.track('form_success', { form: 'address' });
    tactful.busy({ paying: true });
    // Here the merchant's server makes the order and wx.requestPayment takes over; this example takes no money.
    tactful.busy({ paying: false });
    tactful.track('purchase', { currency: 'CNY', value: this.total() / 100, transaction_id: `demo-${Date.now()}` });
    getApp().globalData.cart = [];
    this.setData({ yuan: 0, problem: '' });
  },
  agree() {
    tactful.ask();
  },
  refuse() {
    tactful.withdraw();
  },
}));
