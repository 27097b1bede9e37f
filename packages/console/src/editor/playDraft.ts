import { playStory } from '@tactful/engine/stories/playStory';
import { STORIES } from '@tactful/engine/stories/STORIES';
import { compile, localize, type ConfigSource, type Milliseconds } from '@tactful/protocol';

/** A story, and what of a draft is shown in it, the first first. */
export interface PlayedStory {
  readonly id: string;
  readonly tells: string;
  readonly shown: readonly { readonly campaign: string; readonly afterMs: Milliseconds }[];
}

/** Plays every story through the engine with the campaigns of a draft, whatever status it gives them. */
export function playDraft(source: ConfigSource): readonly PlayedStory[] {
  const campaigns = (source.campaigns ?? []).map(campaign => ({ ...campaign, status: 'live' as const }));
  const { defaultLocale, ...compiled } = compile({ ...source, campaigns }, { siteId: 'draft', salt: 'draft' });
  const config = localize({ defaultLocale, ...compiled }, defaultLocale);
  return STORIES.map(story => {
    const shown = Object.entries(playStory(config, story)).flatMap(([campaign, end]) => 'shownAt' in end ? [{ campaign, afterMs: end.shownAt * 1_000 }] : []);
    return { id: story.id, tells: story.tells, shown: shown.sort((one, other) => one.afterMs - other.afterMs) };
  });
}
