import { pagePage } from './pagePage.mjs';
import { configurationPage } from './configurationPage.mjs';
import { clausesPage, featuresPage } from './vocabularyPages.mjs';
import { summaryPage } from './summaryPage.mjs';
import { httpPage } from './httpPage.mjs';
import { errorsPage, limitsPage } from './errorsPage.mjs';

/** Every page of the reference: file name → text. */
export const pages = () => ({
  'configuration.md': configurationPage(), 'clauses.md': clausesPage(), 'features.md': featuresPage(),
  'summary.md': summaryPage(), 'errors.md': errorsPage(), 'limits.md': limitsPage(), 'http.md': httpPage(), 'page.md': pagePage(),
});
