import { type ReactElement, useId } from 'react';

import { useDesk } from '../desk.js';
import type { TableCell } from '../table/answer-table.js';
import { cellText, numberText } from '../table/cell-text.js';
import { rangeText } from './chart-frame.js';
import { type Figure, pointsOf } from './figure.js';
import { heatSteps, shadeOf } from './heat-steps.js';

/** A grid of categories by series, darker where there is more; each cell says its number, so that it is a table too. */
export function HeatMap({ figure }: { figure: Figure }): ReactElement {
  const { words } = useDesk();
  const name = useId();
  const steps = heatSteps(pointsOf(figure).map(({ value }) => value));
  return (
    <figure className="chart heat" aria-labelledby={name}>
      <figcaption>
        <b id={name}>{figure.title}</b>
        <span className="hint">{rangeText(figure, words)}</span>
        <HeatScale steps={steps} unit={figure.unit ?? ''} />
      </figcaption>
      <div
        className="scroll"
        role="region"
        tabIndex={0}
        aria-label={`${words.chartHeat}: ${figure.title}`}
      >
        <table>
          <HeatHead figure={figure} />
          <tbody>
            {figure.categories.map((category, row) => (
              <tr key={category}>
                <th scope="row">{category}</th>
                {figure.series.map((series) => (
                  <HeatCell key={series.name} cell={series.cells[row]} steps={steps} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

function HeatHead({ figure }: { figure: Figure }): ReactElement {
  return (
    <thead>
      <tr>
        <td />
        {figure.series.map((series) => (
          <th key={series.name} scope="col">
            {series.name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface HeatCellProps {
  readonly cell: TableCell | undefined;
  readonly steps: readonly number[];
}

function HeatCell({ cell, steps }: HeatCellProps): ReactElement {
  const { words } = useDesk();
  const shown = cell ?? { value: null, mark: 'MISSING' as const };
  const { value, mark, remark } = shown;
  const kind = mark?.toLowerCase() ?? (typeof value === 'number' ? shadeName(value, steps) : '');
  const text = cellText(shown, words);
  return (
    <td className={kind}>
      {mark ? <span className="cell-mark">{text}</span> : text}
      {remark && <small className="remark">{remark}</small>}
    </td>
  );
}

/** Nothing has no shade: few are told apart from none. */
const shadeName = (value: number, steps: readonly number[]): string =>
  value === 0 ? 'shade-none' : `shade-${shadeOf(value, steps)}`;

function HeatScale({ steps, unit }: { steps: readonly number[]; unit: string }): ReactElement {
  const { words } = useDesk();
  return (
    <span className="heat-scale">
      {words.scale}
      {unit && words.bracketed(unit)}
      <span className="shade-none">0</span>
      {steps.slice(1).map((bound, shade) => (
        <span key={bound} className={`shade-${shade}`}>
          {'>'}
          {numberText(steps[shade] ?? 0)}–{numberText(bound)}
        </span>
      ))}
    </span>
  );
}
