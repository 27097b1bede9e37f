import { expect, it } from 'vitest';
import { play, SCENES } from './widget/scenes.ts';
import { useStage } from './widget/useStage.ts';

const { open } = useStage();

/** The snapshot was read line by line: every change to it is a change to what a screen reader says. */
it('the accessibility tree of every state is the reviewed one', async () => {
  const { page, context } = await open({}, { timezoneId: 'UTC' });
  const trees: string[] = [];
  for (const scene of SCENES) {
    await play(page, scene);
    // The time left, the port, and whether the announcement was already made differ from run to run.
    const tree = (await page.locator('tactful-widget').ariaSnapshot()).replace(/Ends in .*/g, 'Ends in …').replace(/^ *- (\/url|status).*\n?/gm, '');
    trees.push(`# ${scene.name}\n${tree}\n`);
  }
  await context.close();
  await expect(trees.join('\n')).toMatchFileSnapshot('./widget/tree.yml');
});
