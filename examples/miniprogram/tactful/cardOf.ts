import type { DeviceAction, DeviceClause, DeviceMessage, TextKey } from '@tactful/protocol';

/** What `tactful/card.wxml` draws. */
export interface Card {
  readonly kind: DeviceMessage['kind'];
  readonly title: string;
  readonly body: string;
  /** The button's label; empty where there is none. */
  readonly action: string;
  readonly close: string;
  /** "Why this?": what fired it, in the visitor's language. */
  readonly why: string;
  readonly whyOpen: boolean;
  readonly reasons: readonly string[];
  readonly noMore: string;
}

/** Actions that a mini-program can follow: one of its own pages, or an event. */
const follows = (action: DeviceAction | undefined): action is Extract<DeviceAction, { kind: 'link' | 'event' }> =>
  action?.kind === 'event' || (action?.kind === 'link' && action.url.startsWith('/'));

/** A message as data for WXML; all its words come with the configuration. */
export function cardOf({ kind, title, body = '', action }: DeviceMessage, fired: readonly DeviceClause[], texts: Readonly<Record<string, string>>): Card {
  const t = (key: TextKey): string => texts[key] ?? key;
  const reason = ({ on, consecutive = 1 }: DeviceClause): string =>
    (texts[`why_${on}${consecutive > 1 ? '_times' : ''}`] ?? texts[`why_${on}`] ?? t('why_other')).replace('{n}', String(consecutive));
  return {
    kind, title, body, action: follows(action) ? action.label : '', close: t('close'),
    why: t('why_this'), whyOpen: false, reasons: [...fired.map(reason), t('why_local')], noMore: t('no_more'),
  };
}
