// Before any page: it hears how the mini-program is shown and hidden from the first time on.
require('./tactful/tactful.js');

App({ globalData: { cart: [] } });
