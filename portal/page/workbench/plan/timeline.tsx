import type { ReactElement } from 'react';

import { departmentName } from '../ask/department-names.js';
import { niceTicks } from '../chart/nice-ticks.js';
import { useWidth } from '../chart/use-width.js';
import { useDesk } from '../desk.js';
import { numberText } from '../table/cell-text.js';
import { type DrawnFetch, type Explanation, isKept } from './explanation.js';
import { shortTime } from './short-time.js';

const rowHeight = 46;
const barHeight = 14;
const axisHeight = 34;
const rightRoom = 84;

interface TimelineProps {
  readonly drawn: readonly DrawnFetch[];
  readonly kept: Explanation['kept'];
  /** Milliseconds from the question to the answer. */
  readonly total: number;
}

/** The fetches on a line of time, one below the other; the table beside it says the same. */
export function Timeline({ drawn, kept, total }: TimelineProps): ReactElement {
  const { words, address } = useDesk();
  const [place, width] = useWidth();
  const ticks = niceTicks(total, width < 500 ? 3 : 6);
  const end = Math.max(total, ticks.at(-1) ?? 0) || 1;
  const x = (milliseconds: number) => (milliseconds / end) * Math.max(1, width - rightRoom);
  const height = drawn.length * rowHeight;
  return (
    <div className="timeline" ref={place}>
      <svg width={width} height={height + axisHeight} role="img" aria-label={words.planPicture}>
        {ticks.map((tick) => (
          <g key={tick} className="tick">
            <line x1={x(tick)} x2={x(tick)} y1={0} y2={height} />
            <text x={x(tick)} y={height + 20} textAnchor={tick === 0 ? 'start' : 'middle'}>
              {numberText(tick)}
              {tick === ticks.at(-1) && ` ${words.planAxis}`}
            </text>
          </g>
        ))}
        {drawn.map((each, row) => (
          <FetchBar
            // The same fetch may stand in a plan twice.
            key={row}
            name={`${each.step}. ${departmentName(each.department, address.language)}`}
            drawn={each}
            notMade={isKept(each, kept) ? words.planKept : words.planNotNeeded}
            y={row * rowHeight}
            x={x}
          />
        ))}
      </svg>
    </div>
  );
}

interface FetchBarProps {
  readonly name: string;
  readonly drawn: DrawnFetch;
  /** Why it was not made, where it was not. */
  readonly notMade: string;
  readonly y: number;
  readonly x: (milliseconds: number) => number;
}

function FetchBar({ name, drawn: { fetched }, notMade, y, x }: FetchBarProps): ReactElement {
  const { words } = useDesk();
  if (!fetched)
    return (
      <text x={0} y={y + 16} className="not-made">
        {name}
        {words.bracketed(notMade)}
      </text>
    );
  const { startedAt, milliseconds, outcome, source } = fetched;
  const [from, to] = [x(startedAt), x(startedAt + milliseconds)];
  const kind = outcome === 'ANSWERED' ? source : 'failed';
  return (
    <g className={`fetch ${kind}`}>
      <text x={0} y={y + 16}>
        {name}
      </text>
      <rect x={from} y={y + 22} width={Math.max(2, to - from)} height={barHeight} rx={2} />
      <text x={Math.max(2, to - from) + from + 6} y={y + 34} className="time">
        {shortTime(milliseconds)} {words.planAxis}
      </text>
    </g>
  );
}
