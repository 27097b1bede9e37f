import type { Summary } from '@tactful/protocol';
import { isbot } from 'isbot';

/**
 * Marks the summaries of a body that a program sent which says so in its `User-Agent`: a crawler that runs scripts, a headless browser, a
 * plain HTTP client. The list is asked once a body. The page cannot carry it; what that tells of itself (`bot`) stays where it says
 * more. The header itself is not kept.
 */
export function markerOf(userAgent: string | undefined): (summary: Summary) => Summary {
  return isbot(userAgent) ? (summary) => ({ ...summary, bot: 1 }) : (summary) => summary;
}
