import type { Subject } from '../subjects/Subject.ts';
import { CARDS } from './SESSION.ts';

const COLUMNS = 4;
const LINKS = ['/', '/shop', '/products/slow-teapot', '/products/ridge-bowl', '/cart', '/help/shipping', '/checkout/contact'];
/** Buttons and links stand at fixed places, whatever the page, so that a session can be played without asking where they are. */
const BUTTONS = { add: { x: 300, y: 60 }, fail: { x: 500, y: 60 } };
interface Place { readonly x: number; readonly y: number }

/** The middle of a product or a button, in pixels of the window that is not scrolled. */
export const placeOf = (what: number | keyof typeof BUTTONS): Place =>
  (typeof what === 'number' ? { x: 170 + (what % COLUMNS) * 300, y: 240 + Math.floor(what / COLUMNS) * 180 } : BUTTONS[what]);

/** The middle of the link to a page. */
export const linkTo = (path: string): Place => ({ x: 100 + LINKS.indexOf(path) * 165, y: 22 });

const card = (index: number): string => {
  const { x, y } = placeOf(index);
  return `<article class="card" style="left:${x - 130}px;top:${y - 70}px"><h2>Pot ${index}</h2><p class="price">$${20 + index}.00</p><button id="b${index}" aria-pressed="false">Compare</button></article>`;
};

const ITEM = { item_id: 'slow-teapot', item_name: 'Slow teapot', price: 48, quantity: 1 };
const GA4 = { cart: 'view_cart', checkout: 'begin_checkout', products: 'view_item', shop: 'view_item_list' };

/** The shop's own script: GA4's events, a cart, routes of a single page where `benchSinglePage` says so, an error on request. */
const script = ({ cart = '', route = '' }: Subject): string => `
const GA4=${JSON.stringify(GA4)},ITEM=${JSON.stringify(ITEM)};
function tell(event,value){dataLayer.push({ecommerce:null});dataLayer.push({event,ecommerce:{currency:'USD',value,items:[ITEM]}})}
function enter(){const event=GA4[location.pathname.split('/')[1]];if(event)tell(event,48);document.querySelector('h1').textContent=document.title='Shop '+location.pathname}
document.addEventListener('click',(event)=>{
  const link=event.target.closest('a');
  if(link&&window.benchSinglePage){event.preventDefault();history.pushState(null,'',link.getAttribute('href'));enter();${route}}
  const button=event.target.closest('button[aria-pressed]');
  if(button)button.setAttribute('aria-pressed',String(button.getAttribute('aria-pressed')!=='true'));
});
add.onclick=()=>{tell('add_to_cart',48);${cart};count.textContent='1'};
fail.onclick=()=>{throw new TypeError('The cart could not be read')};
enter();`;

const STYLE = `body{margin:0;height:2400px;font:16px sans-serif}nav,button.top{z-index:1}nav{position:fixed;inset:0 0 auto}nav a{position:fixed;top:12px;width:160px;height:20px;overflow:hidden}#count{position:fixed;right:8px;top:12px}
h1{position:absolute;top:90px;left:40px;margin:0}button.top{position:fixed;top:45px;width:120px;height:30px}.card{position:absolute;width:260px;height:140px;border:1px solid #ccc}
form{position:absolute;top:760px;left:40px}`;

/** One page of the shop, with the subject in its head. It is the same at every address but for its heading. */
export const shopPage = (head: string, subject: Subject): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">
<style>${STYLE}</style><script>dataLayer=[]</script>${head}</head><body>
<nav>${LINKS.map((path) => `<a href="${path}" style="left:${linkTo(path).x - 80}px">${path}</a>`).join('')}<span id="count">0</span></nav>
<button class="top" id="add" style="left:240px">Add to cart</button><button class="top" id="fail" style="left:440px">Use points</button>
<main><h1>Shop</h1>${Array.from({ length: CARDS }, (_none, index) => card(index)).join('')}
<form id="mail" name="newsletter"><label>E-mail <input name="email" type="email"></label><button type="button" aria-pressed="false">Sign up</button></form></main>
<script>${script(subject)}</script></body></html>`;
