import type { ReactElement } from 'react';

import { useDesk } from '../desk.js';
import type { FigureSeries } from './figure.js';
import { LineMark } from './line-mark.js';
import { fillOf } from './patterns.js';

interface LegendProps {
  /** Of the patterns of the chart. */
  readonly id: string;
  readonly series: readonly FigureSeries[];
  readonly kind: 'bar' | 'line';
}

/** Says which series is drawn how. Nothing where there is one only. */
export function Legend({ id, series, kind }: LegendProps): ReactElement | undefined {
  const { words } = useDesk();
  if (series.length < 2) return undefined;
  return (
    <ul className="legend" aria-label={words.series}>
      {series.map(({ name }, place) => (
        <li key={name}>
          <svg width="28" height="16" aria-hidden="true">
            {kind === 'bar' ? (
              <rect
                x="1"
                y="1"
                width="26"
                height="14"
                fill={fillOf(id, place)}
                className={`edge-${place}`}
              />
            ) : (
              <>
                <line x1="0" x2="28" y1="8" y2="8" className={`line line-${place}`} />
                <LineMark series={place} x={14} y={8} />
              </>
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
