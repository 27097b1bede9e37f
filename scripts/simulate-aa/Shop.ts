/** One shop of the simulation, and one campaign in it. */
export interface Shop {
  readonly name: string;
  /** Visitors who meet the campaign, a day, both arms. */
  readonly perDay: number;
  /** Share of control visitors who buy. */
  readonly conversion: number;
  /** Share of visitors who are in control. */
  readonly control: number;
  /** Standard deviation of the logarithm of a cart. */
  readonly spread: number;
  /** By how much more often the treated buy; 0: the campaign changes nothing. */
  readonly lift: number;
}

const USUAL = { perDay: 200, spread: 0.8, lift: 0 };
const percent = (share: number): string => `${share * 100} %`;
const shop = (own: Partial<Shop> & Pick<Shop, 'conversion' | 'control'>): Shop => {
  const one = { ...USUAL, ...own };
  return { ...one, name: `${percent(one.conversion)} buy, control ${percent(one.control)}, ${one.perDay} a day${one.spread === USUAL.spread ? '' : ', dear carts among cheap'}` };
};

/** Where a campaign changes nothing. */
export const NOTHING_CHANGES: readonly Shop[] = [
  shop({ conversion: 0.02, control: 0.1 }), shop({ conversion: 0.02, control: 0.5 }), shop({ conversion: 0.1, control: 0.1 }), shop({ conversion: 0.1, control: 0.5 }),
  shop({ conversion: 0.02, control: 0.1, perDay: 40 }), shop({ conversion: 0.005, control: 0.1 }), shop({ conversion: 0.1, control: 0.1, spread: 1.5 }), shop({ conversion: 0.02, control: 0.5, spread: 1.5 }),
];

/** Where it does, for better and for worse. */
export const SOMETHING_CHANGES: readonly Shop[] = [
  shop({ conversion: 0.1, control: 0.1, lift: 0.2 }), shop({ conversion: 0.1, control: 0.1, lift: 0.5 }), shop({ conversion: 0.1, control: 0.5, lift: 0.2 }), shop({ conversion: 0.1, control: 0.5, lift: -0.2 }),
  shop({ conversion: 0.02, control: 0.1, lift: 0.5 }), shop({ conversion: 0.02, control: 0.5, lift: 0.5 }), shop({ conversion: 0.1, control: 0.1, lift: -0.5 }),
];
