/** The second file of the page, loaded with the first message: `createActor` for the core, `mount` for who draws alone. */
export { createActor } from './createActor.ts';
export { mount } from './widget/index.ts';
