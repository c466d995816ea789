import { type ReactElement, useId } from 'react';

import { useDesk } from '../desk.js';
import type { TableCell } from '../table/answer-table.js';
import { cellText } from '../table/cell-text.js';
import { ChartFrame, chartText } from './chart-frame.js';
import { type Figure, largestSeries, pointsOf, seriesAtMost } from './figure.js';
import { Legend } from './legend.js';
import { niceTicks } from './nice-ticks.js';
import { Patterns, fillOf } from './patterns.js';
import { useWidth } from './use-width.js';

/** Categories drawn at most; more belong into a table. */
const categoriesAtMost = 40;
const barHeight = 18;
const labelHeight = 22;
const groupGap = 10;
const axisHeight = 26;
/** Room on the right for the number at the end of the longest bar. */
const numberRoom = 90;

/** Lying bars, a group for each category, so that long Japanese names have room. */
export function BarChart({ figure }: { figure: Figure }): ReactElement {
  const { words } = useDesk();
  const id = useId();
  const [place, width] = useWidth();
  const categories = figure.categories.slice(0, categoriesAtMost);
  const series = largestSeries(figure);
  const greatest = Math.max(0, ...pointsOf(figure).map(({ value }) => value));
  const ticks = niceTicks(greatest, width < 500 ? 3 : 6);
  const end = ticks.at(-1) || 1;
  const x = (value: number) => (value / end) * (width - numberRoom);
  const height = categories.length * groupHeight(series.length);
  return (
    <ChartFrame figure={figure} drawn={categories.length} seriesAtMost={seriesAtMost}>
      <Legend id={id} series={series} kind="bar" />
      <div ref={place}>
        <svg
          width={width}
          height={height + axisHeight}
          role="img"
          aria-label={chartText(figure, words.chartBar, words)}
        >
          <Patterns id={id} />
          <Axis ticks={ticks} x={x} height={height} />
          {categories.map((category, row) => (
            <Group key={category} name={category} {...{ id, series, row, x }} />
          ))}
        </svg>
      </div>
    </ChartFrame>
  );
}

const groupHeight = (bars: number): number => labelHeight + bars * barHeight + groupGap;

interface GroupProps {
  readonly id: string;
  readonly name: string;
  readonly series: Figure['series'];
  readonly row: number;
  readonly x: (value: number) => number;
}

function Group({ id, name, series, row, x }: GroupProps): ReactElement {
  return (
    <g transform={`translate(0 ${row * groupHeight(series.length)})`}>
      <text y={labelHeight - 6}>{name}</text>
      {series.map(({ name: of, cells }, at) => (
        <Bar
          key={of}
          id={id}
          series={at}
          cell={cells[row] ?? { value: null, mark: 'MISSING' }}
          x={x}
        />
      ))}
    </g>
  );
}

interface AxisProps {
  readonly ticks: readonly number[];
  readonly x: (value: number) => number;
  readonly height: number;
}

function Axis({ ticks, x, height }: AxisProps): ReactElement {
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick} className="tick">
          <line x1={x(tick)} x2={x(tick)} y1={0} y2={height} />
          <text x={x(tick)} y={height + 18} textAnchor={tick === 0 ? 'start' : 'middle'}>
            {tick.toLocaleString('ja-JP')}
          </text>
        </g>
      ))}
    </>
  );
}

interface BarProps {
  readonly id: string;
  readonly series: number;
  readonly cell: TableCell;
  readonly x: (value: number) => number;
}

function Bar({ id, series, cell, x }: BarProps): ReactElement {
  const { words } = useDesk();
  const y = labelHeight + series * barHeight;
  const text = [cellText(cell, words), cell.remark].filter(Boolean).join(' ');
  if (typeof cell.value !== 'number' || cell.mark) {
    const isWithheld = cell.mark === 'SUPPRESSED';
    return (
      <g className={isWithheld ? 'withheld' : 'untold'}>
        <rect
          y={y}
          width={26}
          height={barHeight - 3}
          fill={isWithheld ? `url(#${id}-withheld)` : 'none'}
        />
        <text x={32} y={y + barHeight - 5}>
          {text}
        </text>
      </g>
    );
  }
  return (
    <g className="bar">
      <rect
        y={y}
        width={Math.max(1, x(cell.value))}
        height={barHeight - 3}
        fill={fillOf(id, series)}
        className={`edge-${series}`}
      />
      <text x={x(cell.value) + 6} y={y + barHeight - 5}>
        {text}
      </text>
    </g>
  );
}
