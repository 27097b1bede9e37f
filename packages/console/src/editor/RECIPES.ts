/** The recipes that a first campaign is begun with, by the names of their files in the protocol's `recipes/`; the commonest need first. */
export const RECIPES = [
  'cart-hesitation', 'checkout-stall', 'exit-offer', 'feature-struggle', 'payment-failure', 'shipping-doubt', 'price-doubt', 'form-rescue', 'signup-rescue',
  'trial-rescue', 'vip-invite',
] as const;
export type RecipeId = (typeof RECIPES)[number];
