import type { DeviceMessage } from '@tactful/protocol';
import type { WidgetParts } from './view.ts';

/** The widget's further file without which a message can't be drawn. */
export const partOf = ({ kind, video }: DeviceMessage): keyof WidgetParts | undefined => kind == 'survey' ? kind : kind == 'chat' || video ? 'talk' : undefined;
