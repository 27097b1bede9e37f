/** One secret, and where the page of a shop keeps it. */
export interface Canary { readonly place: string; readonly secret: string }

/** What the places look like in the page's source, its head first; `$` is the secret. */
const HEAD: Readonly<Record<string, string>> = {
  'meta': '<meta name="author" content="$">',
  'Open Graph': '<meta property="og:title" content="$">',
  'schema.org': '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"$","sku":"$","offers":{"@type":"Offer","price":"40","priceCurrency":"EUR","seller":"$"}}</script>',
  'a dataLayer event': '<script>dataLayer.push({event:"view_item",user_email:"$",ecommerce:{currency:"EUR",value:40,items:[{item_id:"$",item_name:"$",price:40}]}})</script>',
  'the name of a dataLayer event': '<script>dataLayer.push({event:"$"})</script>',
  'a cookie': '<script>document.cookie="c$=$"</script>',
  'localStorage': '<script>localStorage.setItem("$","$")</script>',
  'sessionStorage': '<script>sessionStorage.setItem("$","$")</script>',
};
const BODY: Readonly<Record<string, string>> = {
  'text': '<p>$</p>',
  'a heading': '<h2>$</h2>',
  'a price': '<span class="price" data-price="$">€ 40 $</span>',
  'a data attribute': '<div data-user="$" data-tactful-topic="price">Price</div>',
  'an id and a class': '<div id="$" class="$ card">Card</div>',
  'aria-label and title': '<button type="button" aria-label="$" title="$">Help</button>',
  'an image': '<img alt="$" src="data:,$" width="10" height="10">',
  'a link': '<a href="/reset?token=$#$" onclick="event.preventDefault()">Reset</a>',
  'mailto': '<a href="mailto:$@secret.example" onclick="event.preventDefault()">Write</a>',
  'a button': '<button type="button">$</button>',
  'a form’s action': '<form action="/pay/$" name="$" onsubmit="event.preventDefault()"><button>Send</button></form>',
  'a select': '<select name="plan"><option>none</option><option value="$">$</option></select>',
};
/** Fields, which are typed into by a hand. */
const FIELDS: Readonly<Record<string, string>> = {
  'a password': '<input type="password" name="password" autocomplete="current-password">',
  'an e-mail': '<input name="email" autocomplete="email" required>',
  'a card number': '<input name="card" autocomplete="cc-number" inputmode="numeric">',
  'a security code': '<input name="cvc" autocomplete="cc-csc">',
  'a phone': '<input type="tel" name="phone">',
  'an address': '<input name="street" autocomplete="street-address">',
  'a search': '<input type="search" name="q">',
  'a coupon code': '<input name="coupon">',
  'a text area': '<textarea name="note"></textarea>',
  'editable text': '<div contenteditable="true" style="min-height:20px"></div>',
};
/** What the page hands over itself stays in its tab, for conditions to read: it may stand in the tab's store, and goes nowhere. */
export const HANDED = 'an attribute that it sets';
/** What scripts do with it once Tactful is there; `secret` is the secret. */
const SCRIPTS: Readonly<Record<string, string>> = {
  'an error': 'setTimeout(() => { throw new Error(secret) })',
  'a rejection': 'void Promise.reject(new TypeError(secret))',
  'console.error': 'console.error(secret)',
  'track’s name': 'tactful("track", secret)',
  'track’s details': 'tactful("track", "add_to_cart", { currency: "EUR", value: 1, items: [{ item_id: secret, item_name: secret }], note: secret })',
  'an order’s id': 'tactful("track", "purchase", { transaction_id: secret, value: 1, currency: "EUR", coupon: secret })',
  [HANDED]: 'tactful("setAttributes", { [secret]: secret, email: secret })',
  'a form error': 'tactful("track", "form_error", { form: secret, message: secret })',
  'the title': 'document.title = secret',
  'the window’s name': 'window.name = secret',
  'the address': 'history.pushState({}, "", "/account/" + secret + "?email=" + secret + "&utm_campaign=" + secret + "#" + secret)',
};

export const PLACES: readonly string[] = ['the address of the first page', 'the page before', ...[HEAD, BODY, FIELDS, SCRIPTS].flatMap(Object.keys)];

/** The pages of a shop that keeps secrets in every place it has. */
export interface Planted {
  readonly canaries: readonly Canary[];
  /** A page's source. @param script the tag */
  source(script: string): string;
  /** The page's own address, with secrets in it, and the one that the visitor came from. */
  readonly path: string;
  readonly referrer: string;
  /** By the field's place in the page. */
  readonly typed: readonly string[];
  readonly scripts: readonly string[];
}

/**
 * @param turn makes the secrets of this page others than of the one before
 */
export function plantCanaries(turn: number): Planted {
  const secrets = new Map(PLACES.map((place, at) => [place, `cnry${turn}q${at}z${((turn * 7_919 + at * 104_729) % 0xffffff).toString(16)}`]));
  const fill = (places: Readonly<Record<string, string>>): string => Object.entries(places).map(([place, html]) => html.replaceAll('$', secrets.get(place)!)).join('\n');
  const of = (place: string): string => secrets.get(place)!;
  return {
    canaries: [...secrets].map(([place, secret]) => ({ place, secret })),
    source: (script) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><script>window.dataLayer=[]</script>
${fill(HEAD)}${script}</head><body style="min-height:200vh">${fill(BODY)}<form id="fields" onsubmit="event.preventDefault()">${Object.values(FIELDS).join('\n')}<button id="send">Send</button></form></body></html>`,
    path: `/checkout/${of('the address of the first page')}?token=${of('the address of the first page')}#${of('the address of the first page')}`,
    referrer: `/from/${of('the page before')}?q=${of('the page before')}`,
    typed: Object.keys(FIELDS).map(of),
    scripts: Object.entries(SCRIPTS).map(([place, script]) => `{ const secret = ${JSON.stringify(of(place))}; ${script} }`),
  };
}
