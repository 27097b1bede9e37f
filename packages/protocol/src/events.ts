/**
 * GA4's e-commerce events that Tactful understands, with the aliases of Shopify's standard and Segment's e-commerce events. Every
 * compiled configuration maps the aliases (`compileEvents`), so a device knows no other names than GA4's.
 */
export const COMMERCE_EVENTS = {
  view_item_list: ['collection_viewed', 'Product List Viewed'],
  select_item: ['Product Clicked'],
  view_item: ['product_viewed', 'Product Viewed'],
  add_to_cart: ['product_added_to_cart', 'Product Added'],
  remove_from_cart: ['product_removed_from_cart', 'Product Removed'],
  view_cart: ['cart_viewed', 'Cart Viewed'],
  begin_checkout: ['checkout_started', 'Checkout Started'],
  add_shipping_info: ['checkout_shipping_info_submitted'],
  add_payment_info: ['payment_info_submitted', 'Payment Info Entered'],
  purchase: ['checkout_completed', 'Order Completed'],
  refund: ['Order Refunded'],
} as const satisfies Record<string, readonly string[]>;
