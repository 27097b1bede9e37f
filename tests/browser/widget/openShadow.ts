/** Run in the page before anything else: keeps closed shadow roots within reach of the tests. */
export function openShadow(): void {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    return attach.call(this, { ...init, mode: 'open' });
  };
}
