import { packaged } from './packaged.ts';
import { published } from './published.ts';
import type { Subject } from './Subject.ts';
import { everyRecipe, tactful, tactfulWith } from './tactful.ts';

const shown = tactfulWith({
  name: 'Tactful, a message', duty: 'one card is drawn, above the page with Tactful at rest', source: everyRecipe, above: tactful.name,
  before: () => "<script>tactful=function(){(tactful.q=tactful.q||[]).push(arguments)};tactful('ready',(t)=>t.show('cart-hesitation'))</script>",
});

const surveys: Subject = {
  name: 'posthog surveys.js', from: 'posthog-js', duty: 'its file alone; nothing is drawn',
  files: async () => ({ '/surveys.js': published('posthog-js/dist/surveys.js') }),
  head: (at) => `<script async crossorigin src="${at}/surveys.js"></script>`,
};

const deepChat: Subject = {
  name: 'deep-chat', from: 'deep-chat', duty: 'its element, without a service behind it',
  files: async () => ({ '/deepChat.js': published('deep-chat/dist/deepChat.bundle.js') }),
  head: (at) => `<script type="module" async crossorigin src="${at}/deepChat.js" onload="const chat=document.createElement('deep-chat');chat.setAttribute('demo','true');document.body.append(chat)"></script>`,
};

/** Messages alone: what the first one fetches and costs. */
export const WIDGETS: readonly Subject[] = [
  shown,
  packaged({ entry: 'driver.js', name: 'driver.js', from: 'driver.js', duty: 'one popover, its style among it' }),
  packaged({ entry: 'shepherd.js', name: 'shepherd.js', from: 'shepherd.js', duty: 'one step, its style among it' }),
  surveys,
  deepChat,
];
