import type { DeviceVideo } from '@tactful/protocol';
import type { Stage } from '../createPanel.ts';

/** The merchant's video behind its poster. Until the visitor presses play, nothing but the poster is fetched. */
export function film(stage: Stage, { src, poster, captions }: DeviceVideo): HTMLElement | undefined {
  const { kit } = stage;
  const { h, t, host } = kit;
  const file = kit.url(src), still = kit.url(poster), track = kit.url(captions);
  if (!file) return undefined;
  const start = () => {
    stage.acted();
    const playing = h(
      'video',
      {
        src: file,
        controls: true,
        playsinline: true,
        'aria-label': stage.view && stage.view.message.title,
        // Captions of another origin are only read when the file is asked for with CORS too.
        crossorigin: !!track && new URL(track).origin != new URL(host.document.baseURI).origin && 'anonymous',
        ended: stage.done,
        error() {
          const note = h('p', { class: 'note' });
          box.append(note);
          kit.tell(note, t('video_failed'));
        },
      },
      track && h('track', { kind: 'captions', src: track, srclang: host.locale, label: host.locale, default: true }),
    );
    cover.replaceWith(playing);
    playing.focus({ preventScroll: true });
    // A browser that refuses leaves the controls there, and says it in the `error` event when the file is at fault.
    void Promise.resolve(playing.play()).catch(() => undefined);
  };
  const picture = still && h('img', { src: still, alt: '', referrerpolicy: 'no-referrer' });
  const cover = h('button', { type: 'button', class: 'poster', 'aria-label': t('play'), click: start }, picture, kit.icon('play'));
  const box = h('div', { class: 'film' }, cover);
  return box;
}
