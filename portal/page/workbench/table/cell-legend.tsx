import type { ReactElement } from 'react';

import { useDesk } from '../desk.js';
import { type AnswerTable, cellCounts } from './answer-table.js';

/** Explains in words the marks that stand in a table. Nothing where there is none. */
export function CellLegend({ table }: { table: AnswerTable }): ReactElement | undefined {
  const { words } = useDesk();
  const { suppressed, missing, partly } = cellCounts(table);
  if (suppressed + missing + partly === 0) return undefined;
  return (
    <ul className="cell-legend">
      {suppressed > 0 && (
        <li className="suppressed">
          <span className="cell-mark">{words.suppressed}</span> {words.suppressedMeans}
        </li>
      )}
      {missing > 0 && (
        <li className="missing">
          <span className="cell-mark">{words.missing}</span> {words.missingMeans}
        </li>
      )}
      {partly > 0 && <li>{words.partlyMeans}</li>}
    </ul>
  );
}
