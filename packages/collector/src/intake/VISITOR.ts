/** How a visitor's id looks. */
export const VISITOR = /^[A-Za-z0-9_-]{1,64}$/;
