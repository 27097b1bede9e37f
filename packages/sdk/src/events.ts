import type { Core } from './core.ts';

/** What the SDK tells the page: by `on(event)`, and as the DOM event `tactful:<event>` on `window`. */
export interface TactfulEvents {
  'ready': undefined;
  'message:eligible': { readonly campaign: string };
  'message:shown': { readonly campaign: string };
  'message:dismissed': { readonly campaign: string; readonly reason: string };
  'message:clicked': { readonly campaign: string };
  'message:converted': { readonly campaign: string };
  'message:suppressed': { readonly campaign: string; readonly gate: string };
  'chat:opened': undefined;
  'chat:closed': undefined;
  'chat:message': undefined;
  'chat:handoff': undefined;
  'consent:changed': { readonly status: string };
}
export type TactfulEvent = keyof TactfulEvents;

/** One way out: the DOM event. `on` listens to it, so a listener's error stays with the listener. */
export const eventName = (event: string): string => 'tactful:' + event;

/** What of it goes to the page's `dataLayer`, where it has one and consent is granted. */
const PUSHED = /shown|dismissed|clicked|converted/;

export function createEmit(core: Pick<Core, 'consent'>): Core['emit'] {
  return (event, detail) => {
    dispatchEvent(new CustomEvent(eventName(event), { detail }));
    const queue = (window as { dataLayer?: unknown[] }).dataLayer;
    // Marked, so that our own sensor passes over it.
    if (PUSHED.test(event) && core.consent == 'granted' && queue) queue.push({ event: event.replace(':', '_'), ...detail, tactful: true });
  };
}
