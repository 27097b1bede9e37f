import { pagePage } from './pagePage.mjs';
import { configurationPage } from './configurationPage.mjs';
import { clausesPage, featuresPage } from './vocabularyPages.mjs';
import { summaryPage } from './summaryPage.mjs';
import { httpPage } from './httpPage.mjs';
import { openApi } from '../../packages/collector/src/openapi/openApi.ts';
import { routeTable } from '../../packages/collector/src/routes/routeTable.ts';
import { deprecationsPage } from './deprecationsPage.mjs';
import { errorsPage, limitsPage } from './errorsPage.mjs';

/** Every page of the reference: file name → text. */
export const pages = () => ({
  'configuration.md': configurationPage(), 'clauses.md': clausesPage(), 'features.md': featuresPage(),
  'summary.md': summaryPage(), 'errors.md': errorsPage(), 'limits.md': limitsPage(), 'http.md': httpPage(), 'page.md': pagePage(), 'deprecations.md': deprecationsPage(),
  // Served as it is: what describes the routes is not part of the Worker.
  '../../packages/collector/static/openapi.json': `${JSON.stringify(openApi(routeTable), null, 1)}\n`,
});
