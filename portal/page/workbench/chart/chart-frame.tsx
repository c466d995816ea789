import { type ReactElement, type ReactNode, useId } from 'react';

import { useDesk } from '../desk.js';
import type { Words } from '../language/words.js';
import { numberText } from '../table/cell-text.js';
import { type Figure, pointsOf } from './figure.js';

interface ChartFrameProps {
  readonly figure: Figure;
  /** Categories that are drawn, where not all are. */
  readonly drawn?: number;
  /** Series that are drawn at most. */
  readonly seriesAtMost?: number;
  /** The drawing; none where there is nothing to draw. */
  readonly children?: ReactNode;
}

/** A chart with its title, what it says in words, and how it is told to who does not see it. */
export function ChartFrame({
  figure,
  drawn,
  seriesAtMost,
  children,
}: ChartFrameProps): ReactElement {
  const { words } = useDesk();
  const name = useId();
  const all = figure.categories.length;
  return (
    <figure className="chart" aria-labelledby={name}>
      <figcaption>
        <b id={name}>{figure.title}</b>
        <span className="hint">{rangeText(figure, words)}</span>
        {drawn !== undefined && drawn < all && (
          <span className="hint">{words.chartTooMany(drawn, all)}</span>
        )}
        {seriesAtMost !== undefined && seriesAtMost < figure.series.length && (
          <span className="hint">{words.seriesTooMany(seriesAtMost, figure.series.length)}</span>
        )}
      </figcaption>
      {children}
    </figure>
  );
}

/** What a chart shows and what it says, for who does not see it. */
export const chartText = (figure: Figure, kind: string, words: Words): string =>
  `${words.chartSays(kind, figure.title)} ${rangeText(figure, words)}`;

/** The least and the most in a sentence. */
export function rangeText(figure: Figure, words: Words): string {
  const points = pointsOf(figure);
  const sorted = points.toSorted((one, other) => one.value - other.value);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (!least || !most) return words.chartNothing;
  if (points.length > 1 && least.value === most.value)
    return words.chartEven(numberText(least.value));
  const told = (point: typeof least) => numberText(point.value) + words.bracketed(point.name);
  return words.chartRange(told(least), told(most));
}
