/** What the shop does in the page: GA4 pushes, the glaze shown, quantity steppers, the consent banner. */
window.dataLayer = window.dataLayer || [];
window.tactful = window.tactful || function () { (window.tactful.q = window.tactful.q || []).push(arguments); };

function push(data) {
  // GA4 asks for this between events, so that one event's items do not leak into the next.
  window.dataLayer.push({ ecommerce: null });
  window.dataLayer.push(data);
}

for (const data of JSON.parse(document.getElementById('pushes').textContent)) push(data);

function pushForm(form) {
  const ecommerce = JSON.parse(form.dataset.item);
  const quantity = Number(form.elements.quantity.value);
  const [item] = ecommerce.items;
  if (form.dataset.push === 'add_to_cart') {
    const items = [{ ...item, item_variant: form.elements.glaze.value, quantity }];
    push({ event: 'add_to_cart', ecommerce: { ...ecommerce, value: item.price * quantity, items } });
  } else push({ event: form.dataset.push, ecommerce });
}

document.addEventListener('submit', ({ target }) => {
  if (target.dataset.push) pushForm(target);
});

document.addEventListener('click', ({ target }) => {
  const step = target.closest('[data-step]');
  if (step) {
    const input = step.parentElement.querySelector('input');
    input.value = String(Math.min(12, Math.max(0, Number(input.value) + Number(step.dataset.step))));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }
  const choice = target.closest('[data-consent-choice]');
  if (choice) answerConsent(choice.dataset.consentChoice);
  if (target.closest('[data-consent-open]')) document.querySelector('.consent').hidden = false;
});

let sending;
document.addEventListener('change', ({ target }) => {
  if (target.name === 'glaze') {
    for (const picture of document.querySelectorAll('[data-glaze]')) picture.hidden = picture.dataset.glaze !== target.value;
  }
  const form = target.closest('[data-steps]');
  if (form) {
    clearTimeout(sending);
    sending = setTimeout(() => form.requestSubmit(), 500);
  }
});

function answerConsent(choice) {
  document.cookie = `consent=${choice}; path=/; max-age=15552000; samesite=lax`;
  document.querySelector('.consent').hidden = true;
  window.tactful('consent', choice);
}
