/** What the page says of itself: its path, and the classes that platforms put on its body. */
export function pageWords(): string {
  const { className } = document.querySelector('body') || document.documentElement;
  const classes = className.match(/\b(woocommerce|template|single|tax)-\S+/g) || [];
  const product = document.querySelector('[itemtype$="/Product"]') ? ' schema' : '';
  return location.pathname.toLowerCase().replace(/-/g, '_') + ' ' + classes.join(' ') + product;
}
