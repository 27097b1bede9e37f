import { init as start } from '@tactful/sdk';

window.starts = 0;
window.tactful = null;
/** The SDK as npm hands it out; the page can reach what was started, and count how often. */
export const init = (options) => {
  window.starts++;
  return window.tactful = start(options);
};
