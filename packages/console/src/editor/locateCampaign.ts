import { locateIssue } from './locateIssue.ts';

/** The offset of the campaign with this id; nothing if the text is not JSON or has no such campaign. */
export function locateCampaign(text: string, id: string): number | undefined {
  try {
    const { campaigns } = JSON.parse(text) as { readonly campaigns?: readonly { readonly id?: unknown }[] };
    const index = campaigns?.findIndex(campaign => campaign.id === id) ?? -1;
    return index < 0 ? undefined : locateIssue(text, `campaigns[${index}]`).from;
  } catch {
    return undefined;
  }
}
