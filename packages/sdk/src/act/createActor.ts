import type { CreateActor } from './actor.ts';
import { createHost } from './createHost.ts';
import { createShow } from './show.ts';
import type { Widget } from './view.ts';
import { mount } from './widget/index.ts';

/** Acts on this page. The widget is mounted with the first message that it draws. */
export const createActor: CreateActor = (core) => {
  let widget: Widget | undefined;
  const drawn = (): Widget => {
    if (!widget) {
      widget = mount(createHost(core, show));
      core.scope.track(widget.destroy);
    }
    return widget;
  };
  const show = createShow(core, drawn);
  return {
    attempt: show.attempt,
    force: show.force,
    hide() {
      show.hide();
      if (widget) widget.hide();
    },
    openChat: () => drawn().openChat(),
    closeChat: () => widget && widget.closeChat(),
  };
};
