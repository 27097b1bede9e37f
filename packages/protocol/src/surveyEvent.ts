/** The event that an answer of a survey raises; it ships only where a signal names it, as any event. */
export const surveyEvent = (question: string, answer: string | number): string => `survey:${question}:${answer}`;
