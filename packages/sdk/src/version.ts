/** Version of the page's files; a test holds it to package.json. It names the folder the widget is imported from. */
export const VERSION = '0.1.0';
