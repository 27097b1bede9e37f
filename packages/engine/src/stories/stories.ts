export { STORIES, type Story, type StoryFact } from './STORIES.ts';
export { playStory, type StoryEnd } from './playStory.ts';
