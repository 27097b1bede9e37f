import type { ActorCore } from '../act/actor.ts';
import { openPanel } from './openPanel.ts';
import { startPreview } from './startPreview.ts';

/** What the file exports as `join`: the panel where the address or an option asks for it, and previews by a token in the address. */
export type JoinDebug = (core: ActorCore) => void;

export const join: JoinDebug = (core) => {
  if (core.dead) return;
  startPreview(core);
  if (core.settings.debug || location.search.includes('tactful_debug=')) openPanel(core);
};
