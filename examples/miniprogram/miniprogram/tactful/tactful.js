/** Tactful for every page: it starts with the first one that asks, and is told the visitor's own refusal. */
const { startTactful } = require('../dist/tactful.js');
const settings = require('../settings.js');

const REFUSED = 'refused';
const refused = wx.getStorageSync(REFUSED) === true;
const tactful = startTactful(wx, refused ? { ...settings, consent: 'denied' } : settings);

/** Withdrawn for good: the answer is the mini-program's to keep. */
const withdraw = () => {
  wx.setStorageSync(REFUSED, true);
  tactful.withdraw();
};

module.exports = { ...tactful, withdraw };
