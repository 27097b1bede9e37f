/** Tactful for every page: it starts with the first one that asks, and is told the visitor's own refusal. */
const { startTactful } = require('../dist/tactful.js');
const settings = require('../settings.js');

const REFUSED = 'refused';
const refused = wx.getStorageSync(REFUSED) === true;
const tactful = startTactful(wx, refused ? { ...settings, consent: 'denied' } : settings);

/** Withdrawn for good: the answer is the mini-program's to keep. It holds at once, even where the storage fails. */
const withdraw = () => {
  tactful.withdraw();
  wx.setStorageSync(REFUSED, true);
};

/** An agreement ends an earlier refusal, for the next launch too. */
const ask = async () => {
  const consent = await tactful.ask();
  if (consent === 'granted') wx.removeStorageSync(REFUSED);
  return consent;
};

module.exports = { ...tactful, ask, withdraw };
