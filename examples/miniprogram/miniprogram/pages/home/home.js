const tactful = require('../../tactful/tactful.js');
const pieces = require('../../pieces.js');

Page(tactful.page('home', {
  data: { pieces: pieces.map((piece) => ({ ...piece, yuan: piece.price / 100 })) },
  open(event) {
    wx.navigateTo({ url: `/pages/product/product?id=${event.currentTarget.dataset.id}` });
  },
}));
