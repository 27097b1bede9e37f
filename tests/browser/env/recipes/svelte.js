import { mount, unmount } from 'svelte';
import Shop from './Shop.svelte';

window.mount = () => {
  const shop = mount(Shop, { target: document.getElementById('app') });
  window.again = () => shop.again();
  window.leave = () => unmount(shop);
};
