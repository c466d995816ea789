import type { ReactElement } from 'react';

import { Notice } from '../ask/notice.js';
import { useAsked } from '../ask/use-asked.js';
import { Waiting } from '../ask/waiting.js';
import { useDesk } from '../desk.js';
import { DownloadBar } from '../download/download-bar.js';
import { TableView } from '../table/table-view.js';
import { useSorting } from '../table/use-sorting.js';
import { sortRows } from '../table/sort-rows.js';
import { StateLegend } from './measure-cell.js';
import { coverageNotes, coverageTable } from './coverage-table.js';
import { type Plan, askPlan } from './plan.js';
import { SectionGrid } from './section-grid.js';

/** The 101 measures as one picture: a cell for each, by section, and the same as a table. */
export function CoverageView(): ReactElement {
  const { words } = useDesk();
  const asked = useAsked('plan', askPlan);
  return (
    <>
      <h1 tabIndex={-1}>{words.coverageTitle}</h1>
      <p className="lead">{words.coverageAbout}</p>
      <Waiting asked={asked} />
      {asked.told && <Picture plan={asked.told} />}
    </>
  );
}

function Picture({ plan }: { plan: Plan }): ReactElement {
  const desk = useDesk();
  const { words } = desk;
  const [sorting, setSorting] = useSorting();
  const table = coverageTable(plan, desk);
  const sorted = { ...table, rows: sortRows(table, sorting) };
  return (
    <>
      <Notice answer={plan.answer} />
      <StateLegend measures={plan.measures} />
      <SectionGrid plan={plan} />
      <h2>{words.coverageTable}</h2>
      <TableView table={table} sorting={sorting} onSort={setSorting} />
      <DownloadBar table={sorted} notes={coverageNotes(plan, words)} />
    </>
  );
}
