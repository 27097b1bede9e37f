/** One question of a survey, with closed answers; each raises the event `survey:<question>:<answer>`. */
export type DeviceQuestion = { readonly id: string; readonly ask: string } & (
  | { readonly kind: 'single' | 'multiple'; readonly answers: readonly { readonly id: string; readonly label: string }[] }
  | { readonly kind: 'scale'; readonly scale: '0-10' | '1-5'; readonly low?: string; readonly high?: string }
);
