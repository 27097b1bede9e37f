import { join } from 'node:path';
import { readTable } from '../cli/readTable.ts';

/** One session of a data set in the product's own features, and what became of it. */
export interface Session { readonly features: Readonly<Record<string, number | undefined>>; readonly is: boolean }

const VISITS: Readonly<Record<string, number>> = { New_Visitor: 1, Returning_Visitor: 2 };

/**
 * UCI Online Shoppers as a page would know it: kinds of pages, seconds on products, whether the visitor was there before. Not
 * taken: PageValues (made from the transactions), exit and bounce rates (the site's statistics), month and traffic source (no
 * features of ours). The mean exit rate of the pages seen comes beside, for what a table of exit rates would add.
 */
export function shopperSessions(folder: string): readonly (Session & { readonly exitRate: number })[] {
  const columns = ['Administrative', 'Administrative_Duration', 'Informational', 'Informational_Duration', 'ProductRelated', 'ProductRelated_Duration', 'ExitRates', 'VisitorType', 'Revenue'];
  return readTable(join(folder, 'online_shoppers_intention.csv.gz'), columns).map((row) => {
    const of = (name: string): number => Number(row[name]);
    return {
      features: {
        'views.account': of('Administrative'),
        'views.help': of('Informational'),
        'views.product': of('ProductRelated'),
        'seconds.product': of('ProductRelated_Duration'),
        'session.pages': of('Administrative') + of('Informational') + of('ProductRelated'),
        'session.active_seconds': of('Administrative_Duration') + of('Informational_Duration') + of('ProductRelated_Duration'),
        'visitor.sessions': VISITS[row['VisitorType']!],
      },
      exitRate: of('ExitRates'),
      is: row['Revenue'] === 'TRUE',
    };
  });
}
