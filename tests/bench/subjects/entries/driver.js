import { driver } from 'driver.js';
import style from 'driver.js/dist/driver.css?inline';

document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
const show = () => driver().highlight({ element: 'h1', popover: { title: 'Need a hand?', description: 'We are here.' } });
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show);
else show();
