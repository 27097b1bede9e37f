import type { JSX } from 'preact';

/** The mark: a speech bubble that keeps to the corner, and the name. */
export function Logo(): JSX.Element {
  return (
    <span class="logo">
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
        <path d="M5 3h14a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3h-6l-5 4v-4H5a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3z" fill="currentColor" />
        <circle cx="16" cy="10" r="2" class="logo-dot" />
      </svg>
      Tactful
    </span>
  );
}
