/** The site's public key, and the merchant's own server, which relays to the collector (../relay.mjs). Both are yours to fill in. `users`: it knows who is signed in (../users.mjs). */
module.exports = { key: 'pk_demo', apiHost: 'https://shop.example.com/tactful', users: true };
