import { dropPersonal } from '../compile/dropPersonal.ts';
import { clausesOf } from './clausesOf.ts';
import type { ConfigSource } from './configuration.ts';
import { isDiscount } from './isDiscount.ts';
import { isStrict } from './isStrict.ts';

/** What a publication says without being refused. */
export interface PublishWarning { readonly campaign: string; readonly path: string; readonly message: string }

const UNEVEN = 'This discount depends on who somebody is. Where that is an unreasonable difference in price the law forbids it (PIPL, Art. 24; see GDPR, Art. 22): fairness: strict leaves such conditions out.';

/** Discounts that may be given to some and not to others by what is known or guessed of them, where `fairness` is not `strict`. */
export function warningsOf(source: ConfigSource): readonly PublishWarning[] {
  if (isStrict(source)) return [];
  return (source.campaigns ?? []).flatMap((campaign, at) => {
    if (campaign.status !== 'live' || !isDiscount(campaign)) return [];
    const { id, conditions, trigger } = campaign;
    const uneven = clausesOf(trigger).filter(({ clause }) => clause.on === 'intent').map(({ path }) => `trigger.${path}`);
    if (conditions && JSON.stringify(dropPersonal(conditions)) !== JSON.stringify(conditions)) uneven.push('conditions');
    return uneven.map((path) => ({ campaign: id, path: `campaigns[${at}].${path}`, message: UNEVEN }));
  });
}
