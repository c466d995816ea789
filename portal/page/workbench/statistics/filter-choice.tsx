import type { ReactElement } from 'react';

import type { StatisticDimensionCode } from '../../../src/generated/public-graph.js';
import { useDesk } from '../desk.js';
import type { BuilderPartProps } from './builder-part.js';
import { type DimensionDefinition, textIn } from './definitions.js';
import { dimensionsFor } from './dimension-choice.js';
import { toggled } from './question-address.js';

/** Months are chosen as a stretch of time, not one by one. */
const ofTime: ReadonlySet<string> = new Set(['MONTH', 'FISCAL_YEAR']);

/** Which values count: for each dimension its values, folded away until somebody looks. */
export function FilterChoice({ definitions, question, onChange }: BuilderPartProps): ReactElement {
  const { words } = useDesk();
  const fits = dimensionsFor(question, definitions.measures);
  const choose = (dimension: StatisticDimensionCode, value: string) => {
    const filters = new Map(question.filters);
    const values = toggled(filters.get(dimension) ?? [], value);
    if (values.length > 0) filters.set(dimension, values);
    else filters.delete(dimension);
    onChange({ filters });
  };
  return (
    <fieldset>
      <legend>{words.filtersChoice}</legend>
      {definitions.dimensions.map((dimension) => {
        const { code } = dimension;
        if (!code || ofTime.has(code) || !fits(dimension)) return null;
        return (
          <Values
            key={code}
            dimension={dimension}
            chosen={question.filters.get(code) ?? []}
            onToggle={(value) => choose(code, value)}
          />
        );
      })}
    </fieldset>
  );
}

interface ValuesProps {
  readonly dimension: DimensionDefinition;
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}

function Values({ dimension, chosen, onToggle }: ValuesProps): ReactElement {
  const { words, address } = useDesk();
  const name = textIn(dimension.label, address.language);
  const told = chosen.length > 0 ? words.filterSome(chosen.length) : words.filterNone;
  return (
    <details className="filter">
      <summary>
        {name} <small>{told}</small>
      </summary>
      <div className="boxes tall" role="group" aria-label={name}>
        {(dimension.values ?? []).map(({ code, label }) =>
          code === null ? null : (
            <label key={code}>
              <input
                type="checkbox"
                checked={chosen.includes(code)}
                onChange={() => onToggle(code)}
              />
              {textIn(label, address.language)}
            </label>
          ),
        )}
      </div>
    </details>
  );
}
