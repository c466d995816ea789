import type { ReactElement } from 'react';

import { go, hrefOf } from '../address.js';
import { BarChart } from '../chart/bar-chart.js';
import { ChartFrame } from '../chart/chart-frame.js';
import { type Figure, pointsOf } from '../chart/figure.js';
import { HeatMap } from '../chart/heat-map.js';
import { LineChart } from '../chart/line-chart.js';
import { DeskLink, useDesk } from '../desk.js';
import { DownloadBar } from '../download/download-bar.js';
import { SaveForm } from '../saved/save-form.js';
import { CellLegend } from '../table/cell-legend.js';
import type { AnswerTable } from '../table/answer-table.js';
import { sortRows } from '../table/sort-rows.js';
import { TableView } from '../table/table-view.js';
import { useSorting } from '../table/use-sorting.js';
import type { Definitions } from './definitions.js';
import { type ChartKind, bestChart, chartKinds, figuresOf } from './figure-of.js';
import { questionOf, saidQuestion } from './question-address.js';
import { type Statistic, isEmpty, statisticTable } from './statistic.js';
import { statisticNotes } from './statistic-notes.js';

interface StatisticViewProps {
  readonly statistic: Statistic;
  readonly definitions: Definitions;
}

/** A table of the planning desk: drawn, written, explained and ready to be taken along. */
export function StatisticView({ statistic, definitions }: StatisticViewProps): ReactElement {
  const desk = useDesk();
  const [sorting, setSorting] = useSorting();
  const table = statisticTable(statistic, definitions, desk);
  const sorted = { ...table, rows: sortRows(table, sorting) };
  const notes = statisticNotes({ statistic, definitions, table }, desk);
  const isNothing = statistic.official !== false && isEmpty(statistic);
  return (
    <>
      {statistic.official === false && <p className="notice">{desk.words.sampleWarning}</p>}
      {isNothing && <OfferSamples />}
      {!isNothing && <ChartPart statistic={statistic} table={table} />}
      <TableView table={table} sorting={sorting} onSort={setSorting} />
      <CellLegend table={table} />
      <DownloadBar table={sorted} notes={notes} />
      <SaveForm key={table.title} suggested={table.title} />
      <details className="more about" open>
        <summary>{desk.words.notesTitle}</summary>
        <dl>
          {notes.map(({ name, text }, place) => (
            // Two notes may have one name.
            <div key={place}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

/** A city that begins has no facts yet; its samples show how it works. */
function OfferSamples(): ReactElement {
  const { words, address } = useDesk();
  const question = { ...questionOf(address.said), countSamples: true };
  return (
    <p className="notice">
      {words.noFacts}{' '}
      <DeskLink goal={{ view: 'statistics', said: saidQuestion(question) }}>
        {words.withSamples}
      </DeskLink>
    </p>
  );
}

interface ChartPartProps {
  readonly statistic: Statistic;
  readonly table: AnswerTable;
}

function ChartPart({ statistic, table }: ChartPartProps): ReactElement | undefined {
  const { words, address } = useDesk();
  if ((statistic.axes ?? []).length === 0) return undefined;
  const said = chartKinds.find((kind) => kind === address.said.get('chart'));
  const kind = said ?? bestChart(statistic);
  const names: Readonly<Record<ChartKind, string>> = {
    none: words.chartNone,
    bar: words.chartBar,
    line: words.chartLine,
    heat: words.chartHeat,
  };
  const choose = (next: string) => {
    const said = new URLSearchParams(address.said);
    said.set('chart', next);
    go(hrefOf({ view: 'statistics', said }, address.language), true);
  };
  return (
    <>
      <p className="choice">
        <label htmlFor="chart">{words.chartKind}</label>
        <select id="chart" value={kind} onChange={(event) => choose(event.target.value)}>
          {chartKinds.map((each) => (
            <option key={each} value={each}>
              {names[each]}
            </option>
          ))}
        </select>
      </p>
      {figuresOf(table, kind).map((figure) => (
        <Chart key={figure.title} kind={kind} figure={figure} />
      ))}
    </>
  );
}

function Chart({ kind, figure }: { kind: ChartKind; figure: Figure }): ReactElement | undefined {
  if (kind === 'none') return undefined;
  if (pointsOf(figure).length === 0) return <ChartFrame figure={figure} />;
  if (kind === 'line') return <LineChart figure={figure} />;
  return kind === 'heat' ? <HeatMap figure={figure} /> : <BarChart figure={figure} />;
}
