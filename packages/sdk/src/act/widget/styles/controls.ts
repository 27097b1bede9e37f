/** Buttons, links, fields and what stands at the foot. A press is at least 24 pixels high, the primary one 44. */
export const CONTROLS = `
button,a,input,textarea{font:inherit;color:inherit;letter-spacing:inherit}
button,a,`;
