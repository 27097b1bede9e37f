import type { DeviceAction } from '@tactful/protocol';
import type { Panel, Stage } from './createPanel.ts';

/**
 * The control for an action: a real link where it leads somewhere, else a button. Nothing for a link that is not
 * allowed, and for `apply_offer`, which the coupon draws.
 * @param then runs after the action, instead of taking the message away.
 */
export function actionControl(stage: Stage | Panel, action: DeviceAction, look: string, then: () => void = stage.leave): HTMLElement | undefined {
  const { kit } = stage;
  if (action.kind == 'link' || (action.kind == 'handoff' && action.to == 'link')) {
    const href = kit.url(action.url);
    const press = () => {
      stage.acted();
      then();
    };
    return href ? kit.h('a', { class: look, href, click: press }, action.label) : undefined;
  }
  if (action.kind == 'apply_offer') return undefined;
  /** Where the talk's file is not here yet it is fetched first; without it the message stays as it is, and says so. */
  const converse = (talk: boolean) => {
    if (talk) return stage.converse(action.kind == 'chat' ? 'script' : 'form');
    kit.wait(control, false);
    kit.tell(note, kit.t('not_loaded'));
    control.after(note);
  };
  const note = kit.h('p', { class: 'note' });
  const control: HTMLElement = kit.button(look, action.label, () => {
    stage.acted();
    if (action.kind == 'event') {
      if (!stage.view || !stage.view.preview) kit.host.event(action.name);
      then();
    } else if (kit.host.parts.talk) converse(true);
    else if (kit.wait(control, true)) void kit.part('talk').then((found) => kit.ended() || converse(!!found));
  });
  return control;
}
