import type { JSX } from 'preact';

const PATHS = {
  overview: 'M3 13h4l2-7 4 12 3-8 1 3h4',
  campaigns: 'M4 10v4h3l7 4V6l-7 4H4zm14-1.5a5 5 0 0 1 0 7',
  sessions: 'M4 5h16M4 12h16M4 19h10',
  offers: 'M4 7h16v3a2 2 0 0 0 0 4v3H4v-3a2 2 0 0 0 0-4V7zm10 0v10',
  requests: 'M4 5h16v11H10l-4 4v-4H4V5z',
  team: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zm-6 9c0-4 2.5-6 6-6s6 2 6 6M16 4.5a3.5 3.5 0 0 1 0 6M18 14.5c2 .8 3 2.6 3 5.5',
  setup: 'M4 7h9m4 0h3M4 17h3m4 0h9M15 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zm-6 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  copy: 'M8 8h11v12H8zM5 16H4V4h11v1',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  warn: 'M12 4l9 16H3L12 4zm0 6v4m0 3v.5',
  back: 'M14 6l-6 6 6 6',
} as const;
export type IconName = keyof typeof PATHS;

/** A line drawing beside a word; it says nothing by itself. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
