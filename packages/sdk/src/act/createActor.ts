import { DECIDE, explain, findDue, makeSure } from '@tactful/engine';
import { readDevice } from '../readDevice.ts';
import type { CreateActor } from './actor.ts';
import { createHost } from './createHost.ts';
import { keepOnPage } from './keepOnPage.ts';
import { partOf } from './partOf.ts';
import { cornerOf } from './place.ts';
import { createShow } from './show.ts';
import type { Spot, Widget, WidgetParts } from './view.ts';

export { cornerOf, findSpot } from './place.ts';

/** Decides and acts on this page. The widget is imported and mounted with the first message that it draws. */
export const createActor: CreateActor = (core) => {
  if (core.actor) return core.actor;
  let widget: Widget | undefined;
  let stands: ((drawn: boolean) => void) | undefined;
  let spot: Spot | undefined;
  /** A message that the page took away has ended, else it would hold the slot of all tabs for good. */
  const removed = (): void => {
    show.outcome('ignore', 'hide');
    widget!.hide();
  };
  const visible = (is: boolean): void => {
    show.visible(is);
    stands!(is);
  };
  const parts: { -readonly [Name in keyof WidgetParts]?: WidgetParts[Name] } = {};
  const fetchPart = async (name: keyof WidgetParts): Promise<boolean> => {
    Object.assign(parts, await core.files(name));
    return true;
  };
  const drawn = async (part?: keyof WidgetParts, at?: Spot): Promise<Widget> => {
    const [{ mount }] = await Promise.all([core.files('widget'), part && fetchPart(part)]);
    // Taken down meanwhile.
    if (core.dead) throw core;
    spot = Object.assign(spot || cornerOf(core), at);
    if (!widget) {
      widget = mount(createHost(core, { ...show, visible }, { parts, part: fetchPart, spot }));
      core.scope.track(widget.destroy);
      stands = keepOnPage(core.scope, widget, spot, removed);
    }
    return widget;
  };
  Object.assign(core.stages, DECIDE);
  Object.assign(core.traits, { device: readDevice(), utcOffsetMinutes: -new Date().getTimezoneOffset() });
  const show = createShow(core, (message, at) => drawn(partOf(message), at));
  if (core.engine) {
    makeSure(core.engine);
    DECIDE.shadows(core.engine);
    core.settle();
  }
  // Of an earlier page: on this one nothing was claimed yet.
  if (core.code) void show.again();
  return core.actor = {
    due: () => !!findDue(core.engine!, 'live'),
    explain: (campaign) => core.engine ? explain(core.engine, campaign) : [],
    attempt: show.attempt,
    force: show.force,
    hide() {
      show.hide();
      if (widget) widget.hide();
    },
    openChat: async () => (await drawn('talk')).openChat(),
    closeChat: () => widget && widget.closeChat(),
  };
};
