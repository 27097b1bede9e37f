import type { DeviceAction } from '@tactful/protocol';
import type { Panel, Stage } from './createPanel.ts';
import { safeUrl } from './safeUrl.ts';

/**
 * The control for an action: a real link where it leads somewhere, else a button. Nothing for a link that is not
 * allowed, and for `apply_offer`, which the coupon draws.
 * @param then runs after the action, instead of taking the message away.
 */
export function actionControl(stage: Stage | Panel, action: DeviceAction, look: string, then: () => void = stage.leave): HTMLElement | undefined {
  const { kit } = stage;
  if (action.kind === 'link' || (action.kind === 'handoff' && action.to === 'link')) {
    const href = safeUrl(action.url, kit.host.document);
    const press = () => {
      stage.acted();
      then();
    };
    return href ? kit.h('a', { class: look, href, rel: 'noopener', click: press }, action.label) : undefined;
  }
  if (action.kind === 'apply_offer') return undefined;
  return kit.button(look, action.label, () => {
    stage.acted();
    if (action.kind === 'event') {
      if (!stage.view || !stage.view.preview) kit.host.event(action.name);
      then();
    } else stage.converse(action.kind === 'chat' ? 'script' : 'form');
  });
}
