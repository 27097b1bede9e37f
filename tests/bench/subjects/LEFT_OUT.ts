/** Peers that are not measured here, and why not. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'Microsoft Clarity': 'its package on npm is a loader; what it loads comes from its own hosts alone',
  'Google Analytics 4': 'gtag.js comes from its own hosts alone',
  'Matomo, umami': 'their trackers are built with their servers and are not on npm',
  Formbricks: 'its surveys come from its own server, not from npm',
  'Segment, RudderStack, Countly, Datadog RUM': 'on npm, and heavier than Amplitude or next to it; left out to keep a run short',
  'Rocket.Chat, Botpress, Typebot, n8n chat': 'beside the widget; they frame a server’s page, or weigh more than deep-chat',
};
