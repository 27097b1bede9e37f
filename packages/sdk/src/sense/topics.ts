import type { Milliseconds, Topic } from '@tactful/protocol';
import type { Watch } from '../observe/watch.ts';

/** Words of a topic in classes, ids, names and addresses. A page that speaks otherwise says `data-tactful-topic`. */
const WORDS: readonly (readonly [topic: Topic, words: readonly string[]])[] = [
  ['price', ['price']], ['shipping', ['shipping', 'delivery']], ['returns', ['return', 'refund']], ['coupon', ['coupon', 'promo', 'discount', 'voucher', 'gift-card']],
];
/** A pointer that was left lying, or a page that was left standing, pays no attention any more. */
const LONGEST_MS: Milliseconds = 10_000;
/** What came into view within this of a scroll was scrolled to. */
const SCROLLED_MS: Milliseconds = 1_000;
const EVERY_MS: Milliseconds = 1_000, ELEMENTS = 40;

const selectorOf = (topic: Topic, words: readonly string[]): string => [
  `[data-tactful-topic=${topic}]`, ...(topic == 'price' ? ['[itemprop=price]'] : []),
  ...words.flatMap((word) => [`[class*="${word}" i]`, `[id*="${word}" i]`, `a[href*="${word}" i]`, `[name*="${word}" i]`]),
].join();

/** Attention to a topic: pointer over, focus in, or scrolled to. Its time is told each second, and as it ends. */
export function startTopics({ scope, observe, now }: Watch): void {
  const selectors = WORDS.map(([topic, words]) => [topic, selectorOf(topic, words)] as const);
  /** What holds the attention now, by how: when it began, and up to when it was told. */
  const held = new Map<string, { readonly topic: Topic; readonly since: number; told: number }>();
  let scrolled = -Infinity;
  let ticking: unknown;
  const tell = (): void => held.forEach((one, how) => {
    const until = Math.min(now(), one.since + LONGEST_MS);
    if (until > one.told) observe({ kind: 'sense', on: 'attention', topic: one.topic, ms: until - one.told });
    one.told = until;
    if (until == one.since + LONGEST_MS) held.delete(how);
  });
  const tick = (): void => {
    ticking = ticking || scope.after(EVERY_MS, () => {
      ticking = 0;
      tell();
      if (held.size) tick();
    });
  };
  const hold = (how: string, topic?: Topic): void => {
    const before = held.get(how);
    if (before && before.topic == topic) return;
    if (before) tell();
    held.delete(how);
    if (!topic) return;
    held.set(how, { topic, since: now(), told: now() });
    tick();
  };
  /** Elements that were asked for, most of which the pointer meets again and again. */
  const known = new WeakMap<Element, Topic | undefined>();
  const topicOf = (element: unknown): Topic | undefined => {
    if (!(element instanceof Element)) return;
    if (!known.has(element)) known.set(element, (selectors.find(([, selector]) => element.closest(selector)) || [])[0]);
    return known.get(element);
  };
  scope.listen(document, 'pointerover', ({ target, pointerType }) => pointerType == 'mouse' && hold('pointer', topicOf(target)));
  scope.listen(document.documentElement, 'pointerleave', () => hold('pointer'), {});
  scope.listen(document, 'focusin', ({ target }) => hold('focus', topicOf(target)));
  scope.listen(document, 'focusout', ({ relatedTarget }) => relatedTarget || hold('focus'));
  scope.listen(document, 'visibilitychange', () => {
    if (document.visibilityState == 'hidden') [...held.keys()].forEach((how) => hold(how));
  });
  const watched = new Set<Element>();
  const observer = new IntersectionObserver(scope.guard((entries: IntersectionObserverEntry[]) => entries.forEach(({ target, intersectionRatio }) => {
    const topic = topicOf(target);
    if (intersectionRatio < 0.5) hold('scroll:' + topic);
    else if (now() - scrolled < SCROLLED_MS) hold('scroll:' + topic, topic);
  })), { threshold: 0.5 });
  scope.track(() => observer.disconnect());
  scope.listen(window, 'scroll', () => {
    // Only what is a control or a text of its own: a wrapper of the whole page by that name is always in view.
    if (now() - scrolled > SCROLLED_MS) {
      for (const [, selector] of selectors) {
        for (const element of [...document.querySelectorAll(selector)].slice(0, ELEMENTS)) {
          if (watched.has(element) || element.childElementCount > 5 || watched.size > 4 * ELEMENTS) continue;
          watched.add(element);
          observer.observe(element);
        }
      }
    }
    scrolled = now();
  });
}
