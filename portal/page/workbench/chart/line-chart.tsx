import { type ReactElement, useId } from 'react';

import { useDesk } from '../desk.js';
import { ChartFrame, chartText } from './chart-frame.js';
import { type Figure, type FigureSeries, largestSeries, pointsOf, seriesAtMost } from './figure.js';
import { Legend } from './legend.js';
import { LineMark } from './line-mark.js';
import { niceTicks } from './nice-ticks.js';
import { Patterns } from './patterns.js';
import { useWidth } from './use-width.js';

const height = 300;
const axisHeight = 44;
const leftRoom = 64;
const topRoom = 12;
/** Pixels that the name of a category takes. */
const nameRoom = 76;

/** Lines over months or years; where there is no number, the line is broken and the place says why. */
export function LineChart({ figure }: { figure: Figure }): ReactElement {
  const { words } = useDesk();
  const id = useId();
  const [place, width] = useWidth();
  const series = largestSeries(figure);
  const ticks = niceTicks(Math.max(0, ...pointsOf(figure).map(({ value }) => value)), 5);
  const end = ticks.at(-1) || 1;
  const scales: Scales = {
    x: (at) => leftRoom + ((at + 0.5) / Math.max(1, figure.categories.length)) * (width - leftRoom),
    y: (value) => topRoom + (1 - value / end) * (height - topRoom),
  };
  return (
    <ChartFrame figure={figure} seriesAtMost={seriesAtMost}>
      <Legend id={id} series={series} kind="line" />
      <div ref={place}>
        <svg
          width={width}
          height={height + axisHeight}
          role="img"
          aria-label={chartText(figure, words.chartLine, words)}
        >
          <Patterns id={id} />
          {ticks.map((tick) => (
            <g key={tick} className="tick">
              <line x1={leftRoom} x2={width} y1={scales.y(tick)} y2={scales.y(tick)} />
              <text x={leftRoom - 8} y={scales.y(tick) + 5} textAnchor="end">
                {tick.toLocaleString('ja-JP')}
              </text>
            </g>
          ))}
          <Names figure={figure} scales={scales} room={width - leftRoom} />
          {series.map((each, at) => (
            <Line key={each.name} id={id} series={each} at={at} scales={scales} />
          ))}
        </svg>
      </div>
    </ChartFrame>
  );
}

interface Scales {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
}

interface NamesProps {
  readonly figure: Figure;
  readonly scales: Scales;
  readonly room: number;
}

function Names({ figure: { categories }, scales, room }: NamesProps): ReactElement {
  const every = Math.max(1, Math.ceil((categories.length * nameRoom) / room));
  return (
    <>
      {categories.map((category, at) =>
        at % every === 0 ? (
          <text key={category} x={scales.x(at)} y={height + 24} textAnchor="middle">
            {category}
          </text>
        ) : null,
      )}
    </>
  );
}

interface LineProps {
  readonly id: string;
  readonly series: FigureSeries;
  readonly at: number;
  readonly scales: Scales;
}

function Line({ id, series: { cells }, at, scales }: LineProps): ReactElement {
  const { words } = useDesk();
  let isBroken = true;
  const path = cells
    .map(({ value, mark }, place) => {
      if (typeof value !== 'number' || mark) {
        isBroken = true;
        return '';
      }
      const step = `${isBroken ? 'M' : 'L'}${scales.x(place)} ${scales.y(value)}`;
      isBroken = false;
      return step;
    })
    .join('');
  return (
    <g>
      <path d={path} className={`line line-${at}`} />
      {cells.map(({ value, mark }, place) =>
        typeof value === 'number' && !mark ? (
          // A point is known by its place in the row.
          <LineMark key={place} series={at} x={scales.x(place)} y={scales.y(value)} />
        ) : (
          <g key={place} className={mark === 'SUPPRESSED' ? 'withheld' : 'untold'}>
            <title>{mark === 'SUPPRESSED' ? words.suppressed : words.missing}</title>
            <rect
              x={scales.x(place) - 6}
              y={height - 14 - at * 16}
              width={12}
              height={12}
              fill={mark === 'SUPPRESSED' ? `url(#${id}-withheld)` : 'none'}
            />
          </g>
        ),
      )}
    </g>
  );
}
