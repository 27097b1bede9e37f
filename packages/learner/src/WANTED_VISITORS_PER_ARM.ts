/**
 * Visitors that each arm must have met before a lift is told. Below it the normal approximation of a mean of mostly zeros
 * says little, and a number that is printed is a number that is believed.
 */
export const WANTED_VISITORS_PER_ARM = 100;
