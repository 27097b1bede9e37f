/** What staff read of the model that is learned: `GET …/model`. */
import type { IntentState } from './model/DeviceModel.ts';
import type { EpochMs, Probability } from './units.ts';

/** How good a score is, by moments that it was not learned from. */
export interface ModelQuality {
  readonly samples: number;
  readonly positives: number;
  readonly auc: number;
  readonly averagePrecision: number;
  /** At the threshold that was best where it was learned. */
  readonly f1: number;
  readonly logLoss: number;
  readonly brier: number;
  readonly calibrationError: Probability;
  /** In ten bins of what was said: the mean that was said, and the share that was. */
  readonly calibration: readonly { readonly sessions: number; readonly said: Probability; readonly was: Probability }[];
}

/** How a training ended: `better` was published. `expert_better`: what was served was surely worse than the expert's score, which is served again. `unpublished`: either, but something else was served meanwhile, or the configuration can't be published. `unfit`: what was learned is too heavy to travel. */
export type TrialEnd = 'better' | 'not_better' | 'expert_better' | 'unpublished' | 'unfit' | 'too_few_samples' | 'too_few_of_a_kind' | 'too_few_visitors' | 'too_few_to_judge';

/** The last training of one state. */
export interface ModelTrial {
  readonly at: EpochMs;
  readonly end: TrialEnd;
  /** Moments that could be learned from and judged by, those that came true, and visitors. */
  readonly samples: number;
  readonly positives: number;
  readonly visitors: number;
  /** What follows is there where it came to a trial. `cut`: what is earlier was learned from, what is later judged. */
  readonly cut?: EpochMs;
  readonly treatmentIsInput?: boolean;
  /** Of `high_value`: what one must spend more than, in the site's currency. */
  readonly valueFrom?: number;
  readonly auc?: { readonly champion: number; readonly challenger: number; readonly expert: number };
  /** How sure it is that the challenger ranks better than what is served. */
  readonly confidence?: Probability;
  /** How much each part says in the challenger. */
  readonly weights?: Readonly<Record<string, number>>;
  readonly quality?: ModelQuality;
  /** By how much a feature moves the logit, in the mean; those that move it most. */
  readonly importance?: Readonly<Record<string, number>>;
}

/** What is served, looked at one day. `drift`: population-stability index of the score, and of the features that moved; absent of the expert's, which was learned from nothing. */
export interface ModelLook {
  readonly at: EpochMs;
  /** Version of what was looked at; 0: the expert's. */
  readonly version: number;
  readonly samples: number;
  readonly auc: number;
  readonly f1: number;
  readonly calibrationError: Probability;
  readonly drift?: { readonly score: number; readonly features: Readonly<Record<string, number>> };
}

export interface ModelStateReport {
  readonly trial: ModelTrial | null;
  /** Oldest first, at most 100. */
  readonly looks: readonly ModelLook[];
  /** Since when what is served is worse than it was, and training did not help. */
  readonly alarm: EpochMs | null;
  /** Of what is served, where it was learned: as it was judged. */
  readonly served: { readonly version: number; readonly quality: ModelQuality; readonly importance: Readonly<Record<string, number>> } | null;
}

/** `states`: those that were learned; the others are the expert's. */
export interface ModelVersion { readonly version: number; readonly at: EpochMs; readonly by: string; readonly note: string; readonly live: boolean; readonly states: readonly IntentState[] }

/** `GET …/model`. */
export interface ModelReport {
  /** The version that is served; 0: the experts' scores alone. */
  readonly live: number;
  /** The configuration says `"model": "expert"`: nothing is learned, and nothing that was learned is served. */
  readonly keptOut: boolean;
  readonly running: { readonly state: IntentState; readonly progress: Probability } | null;
  /** When the schedule last ran for all sites; null: it never did. */
  readonly scheduledAt: EpochMs | null;
  /** Newest first. */
  readonly versions: readonly ModelVersion[];
  readonly states: Readonly<Partial<Record<IntentState, ModelStateReport>>>;
}

/** Visitors of one tenth of a score, from `low` on. `unwanted`: of the treated, who dismissed the message or asked for no more suggestions; `helped` and `unhelpful`: who said so, where they were asked "Did this help?". */
export interface ThresholdBand {
  readonly low: Probability; readonly treated: number; readonly control: number; readonly treatedConverted: number; readonly controlConverted: number; readonly unwanted: number;
  readonly helped: number; readonly unhelpful: number;
}

/** Whether the threshold of an intent that no event answers is better higher, by what became of those who met a campaign. Lower is not to be known: nobody below it met one. */
export interface ThresholdProposal {
  readonly bands: readonly ThresholdBand[];
  /** Fewer visitors in either arm than it takes. */
  readonly few: boolean;
  /** What is proposed; null where nothing speaks for it, or too few were met. */
  readonly to: Probability | null;
  /** `harm`: below it, who is shown the message surely converts less than who is not. `unwanted`: below it, by dismissals and answers, it is surely less wanted than above, and does not surely help. */
  readonly why?: 'harm' | 'unwanted';
}

/** `GET …/campaigns/:campaign/thresholds`, one for each such intent that the campaign asks for from a threshold on, however it is met; `from` is the lowest that opens it. */
export interface ThresholdReport extends ThresholdProposal { readonly state: 'price_doubt' | 'struggle'; readonly from: Probability }
