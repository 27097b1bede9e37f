/** As a visitor's browser calls itself. One that says it has no window, or is none, is counted as a bot. */
export const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
