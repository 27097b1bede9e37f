/** The site's public key, and the merchant's own server, which relays to the collector (../relay.mjs). Both are yours to fill in. */
module.exports = { key: 'pk_demo', apiHost: 'https://shop.example.com/tactful' };
