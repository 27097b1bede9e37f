/** The nodes of the widget's closed shadow root, as Chromium's own inspector sees them. */
async function readWidget(cdp) {
  await cdp.send('DOM.enable');
  const { nodes } = await cdp.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
  // A closed root stands in its host's entry; what it holds is listed flat, children before parents.
  const roots = new Set(nodes.flatMap(({ shadowRoots = [] }) => shadowRoots).filter(({ shadowRootType }) => shadowRootType === 'closed').map(({ nodeId }) => nodeId));
  const parents = new Map(nodes.map(({ nodeId, parentId }) => [nodeId, parentId]));
  const isInside = (nodeId) => nodeId !== undefined && (roots.has(nodeId) || isInside(parents.get(nodeId)));
  return nodes.filter(({ nodeId, nodeName }) => nodeName === 'BUTTON' && isInside(nodeId));
}

const classesOf = ({ attributes = [] }) => (attributes[attributes.indexOf('class') + 1] ?? '').split(' ');

/**
 * Presses a button of the message with the mouse: `primary`, or `close`.
 * False when there is none, as for a visitor of the control group.
 */
export async function pressMessage({ page, cdp, look }) {
  const button = (await readWidget(cdp)).find((node) => classesOf(node).includes(look));
  if (!button) return false;
  const box = await cdp.send('DOM.getContentQuads', { nodeId: button.nodeId }).catch(() => undefined);
  const quad = box?.quads[0];
  if (!quad) return false;
  await page.mouse.click((quad[0] + quad[4]) / 2, (quad[1] + quad[5]) / 2);
  return true;
}
