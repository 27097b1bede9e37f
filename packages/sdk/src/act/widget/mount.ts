import type { DeviceMessage } from '@tactful/protocol';
import type { MessageView, Mount } from '../view.ts';
import { focusMemory } from './focusMemory.ts';
import { createKit } from './createKit.ts';
import { createPanel, type Panel } from './createPanel.ts';
import { createRoot } from './createRoot.ts';
import { rootKeys } from './rootKeys.ts';

/** Draws messages on the page, one at a time, and keeps one chat while the page lives. */
export const mount: Mount = (host) => {
  const root = createRoot(host);
  const kit = createKit(host, root);
  const memory = focusMemory(kit, root.shadow);
  let shown: Panel | undefined;
  let chat: Panel | undefined;
  let minimized = false;

  const launcher = kit.h('button', { type: 'button', class: 'launcher', 'aria-label': kit.t('open_chat'), title: kit.t('open_chat'), click: () => openChat() }, kit.icon('chat'));

  const put = (panel: Panel) => {
    shown = panel;
    if (panel.talk) {
      if (chat && chat != panel) chat.kit.end();
      chat = panel;
      minimized = false;
    }
    root.put(panel.element);
    root.take(launcher);
  };
  /** Takes what is shown off the page. A chat is kept, with all that was typed. */
  const leave = (toLauncher: boolean) => {
    if (!shown) return;
    const panel = shown;
    const held = root.focused();
    shown = undefined;
    minimized = panel.talk ? toLauncher : minimized;
    if (minimized) root.put(launcher);
    root.take(panel.element);
    if (!panel.talk) panel.kit.end();
    if (held && !memory.giveBack() && minimized) launcher.focus();
    host.visible(false);
    if (panel.talk) host.chat('closed');
  };

  const panelFor = (view: MessageView | undefined, message: DeviceMessage | undefined, flags: { talk: boolean; settled?: boolean }): Panel =>
    createPanel({
      host,
      root,
      view,
      message,
      ...flags,
      leave: () => leave(false),
      minimize: () => leave(true),
      converse(start) {
        // From a card to its chat: the same message goes on, so it neither leaves nor tells a second outcome.
        const card = shown;
        const talk = panelFor(view, start == 'form' ? message && { ...message, chat: [] } : message, { talk: true, settled: true });
        talk.element.classList.add('tall', 'live');
        put(talk);
        if (card) {
          root.take(card.element);
          card.kit.end();
        }
        host.chat('opened');
        talk.focus();
      },
    });

  const openChat = (message?: DeviceMessage) => {
    if (!host.parts.talk) return;
    const same = chat && (!message || message == chat.message);
    if (shown && shown == chat && same) return shown.focus();
    if (shown) {
      shown.settle('ignore', 'replaced');
      leave(false);
    }
    const panel = same && chat ? chat : panelFor(undefined, message, { talk: true });
    panel.element.classList.add('tall', 'live');
    put(panel);
    host.visible(true);
    host.chat('opened');
    panel.focus();
  };

  rootKeys(kit, root.shadow, () => {
    if (!shown) return;
    const keep = shown.underWay();
    if (!keep) shown.settle('dismiss', 'escape');
    leave(keep);
  });

  return {
    element: root.shadow.host,
    root: root.inner,
    move: root.move,
    show(view) {
      if (shown) {
        shown.settle('ignore', 'replaced');
        leave(false);
      }
      const talk = view.message.kind == 'chat';
      put(panelFor(view, view.message, { talk }));
      const { title, body = '' } = view.message;
      root.say(title + (/\p{P}$/u.test(title) ? ' ' : '. ') + body);
      host.visible(true);
      if (talk) host.chat('opened');
    },
    hide() {
      leave(false);
      minimized = false;
      root.take(launcher);
    },
    openChat,
    closeChat() {
      if (shown && shown.talk) {
        shown.settle('dismiss', 'hide');
        leave(false);
      }
      minimized = false;
      root.take(launcher);
    },
    destroy() {
      for (const panel of [shown, chat]) if (panel) panel.kit.end();
      kit.end();
      shown = chat = undefined;
      root.destroy();
    },
  };
};
