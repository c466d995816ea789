import { type LoaderOf, many } from '@manabi/kit/batch';

import { type BudgetOf, type BudgetRow, budgetOfMeasures } from './budget-line.repository.js';

export const budgetOfMeasure: LoaderOf<BudgetOf, BudgetRow[]> = (em) =>
  many(
    (keys) => budgetOfMeasures(em, keys),
    ({ key }) => key,
  );
