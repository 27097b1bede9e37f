/**
 * CookieConsent set up for Google Consent Mode as its guide tells: each of Google's types a service of a category, and an `update` on every answer.
 * https://cookieconsent.orestbida.com/advanced/google-consent-mode.html
 */
import * as CookieConsent from './cookieconsent.esm.js';

window.dataLayer = window.dataLayer || [];
function gtag() {
  dataLayer.push(arguments);
}
const TYPES = {
  analytics: ['analytics_storage'],
  advertisement: ['ad_storage', 'ad_user_data', 'ad_personalization'],
  functionality: ['functionality_storage', 'personalization_storage'],
};
const tell = (how, answer) => gtag('consent', how, Object.fromEntries(Object.entries(TYPES).flatMap(([category, types]) => types.map((type) => [type, answer(type, category)]))));

tell('default', () => 'denied');
const update = () => tell('update', (type, category) => CookieConsent.acceptedService(type, category) ? 'granted' : 'denied');

CookieConsent.run({
  // A browser that is driven would not be asked.
  hideFromBots: false,
  onFirstConsent: update,
  onConsent: update,
  onChange: update,
  categories: {
    necessary: { enabled: true, readOnly: true },
    ...Object.fromEntries(Object.entries(TYPES).map(([category, types]) => [category, { services: Object.fromEntries(types.map((type) => [type, { label: type }])) }])),
  },
  language: {
    default: 'en',
    translations: {
      en: {
        consentModal: { title: 'We use cookies', description: 'Some only if you agree.', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all', showPreferencesBtn: 'Choose' },
        preferencesModal: {
          title: 'Cookies', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all', savePreferencesBtn: 'Accept selection', closeIconLabel: 'Close',
          sections: ['necessary', ...Object.keys(TYPES)].map((category) => ({ title: category, description: category, linkedCategory: category })),
        },
      },
    },
  },
});
