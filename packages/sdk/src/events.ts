import type { Core } from './core.ts';

/** What the SDK tells the page: by `on(event)`, and as the DOM event `tactful:<event>` on `window`. */
export interface TactfulEvents {
  'ready': undefined;
  'message:eligible': { readonly campaign: string };
  'message:shown': { readonly campaign: string };
  'message:dismissed': { readonly campaign: string; readonly reason: string };
  'message:clicked': { readonly campaign: string };
  'message:converted': { readonly campaign: string };
  /** The visitor's answer to "Did this help?". */
  'message:helped': { readonly campaign: string; readonly helped: boolean };
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

export const emit: Core['emit'] = (event, detail) => void dispatchEvent(new CustomEvent(eventName(event), { detail }));
