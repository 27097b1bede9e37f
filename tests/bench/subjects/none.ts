import type { Subject } from './Subject.ts';

/** The page as it is without us: every other figure is above this one. */
export const none: Subject = {
  name: 'no SDK', duty: 'nothing',
  files: async () => ({}),
  head: () => '',
};
