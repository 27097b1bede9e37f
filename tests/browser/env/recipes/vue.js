import { createApp, h, ref } from 'vue';
import { createRouter, createWebHistory, RouterLink } from 'vue-router';
import App from './App.vue';

const page = (name) => ({
  render: () => [h('h1', name), h(RouterLink, { to: '/vue/one' }, () => 'One'), h(RouterLink, { to: '/vue/checkout' }, () => 'Checkout'), h('button', { id: 'save' }, 'Save')],
});
const round = ref(0);

window.mount = () => {
  const router = createRouter({ history: createWebHistory(), routes: ['one', 'checkout'].map((name) => ({ path: `/vue/${name}`, component: page(name) })) });
  const app = createApp(() => h(App, { key: round.value })).use(router);
  app.mount('#app');
  window.again = () => void round.value++;
  window.leave = () => app.unmount();
};
