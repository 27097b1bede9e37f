/** The steps of the checkout, in order. */
export const STEPS = ['contact', 'shipping', 'payment'];

const some = (value) => value.trim().length > 1;
const digits = (value) => value.replace(/[\s-]/g, '');

/** What each step asks, and when an answer will do. */
export const FIELDS = {
  contact: [
    { name: 'email', type: 'email', autocomplete: 'email', inputmode: 'email', test: (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim()) },
    { name: 'phone', type: 'tel', autocomplete: 'tel', inputmode: 'tel', required: false, test: () => true },
  ],
  shipping: [
    { name: 'name', autocomplete: 'name', test: some },
    { name: 'street', autocomplete: 'street-address', test: some },
    { name: 'postcode', autocomplete: 'postal-code', test: some },
    { name: 'city', autocomplete: 'address-level2', test: some },
  ],
  payment: [
    { name: 'cardName', autocomplete: 'cc-name', test: some },
    { name: 'card', autocomplete: 'cc-number', inputmode: 'numeric', test: (value) => /^\d{12,19}$/.test(digits(value)) },
    { name: 'expiry', autocomplete: 'cc-exp', inputmode: 'numeric', test: (value) => /^(0[1-9]|1[0-2])\s*\/\s*\d{2}$/.test(value.trim()) },
    { name: 'cvc', autocomplete: 'cc-csc', inputmode: 'numeric', test: (value) => /^\d{3,4}$/.test(value.trim()) },
  ],
};

/** The names of the fields whose answers will not do. */
export const findInvalid = (step, values) => FIELDS[step].filter(({ name, test }) => !test(values[name] ?? '')).map(({ name }) => name);

/** The demonstration's bank: it declines every card that ends in 0002. */
export const isDeclined = (card) => digits(card).endsWith('0002');
