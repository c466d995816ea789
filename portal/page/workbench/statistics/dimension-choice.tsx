import type { ReactElement } from 'react';

import { useDesk } from '../desk.js';
import type { BuilderPartProps } from './builder-part.js';
import { type DimensionDefinition, type MeasureDefinition, textIn } from './definitions.js';
import { type BuilderQuestion, most, toggled } from './question-address.js';

/** The dimensions by which all chosen measures can be divided; all of them where none is chosen yet. */
export function dimensionsFor(
  { measures }: Pick<BuilderQuestion, 'measures'>,
  all: readonly MeasureDefinition[],
): (dimension: DimensionDefinition) => boolean {
  const chosen = all.filter(({ code }) => code && measures.includes(code));
  return ({ code }) =>
    chosen.every(({ dimensions }) => code !== null && (dimensions ?? []).includes(code));
}

/** By what to divide; what does not fit to the chosen measures cannot be chosen. */
export function DimensionChoice({
  definitions,
  question,
  onChange,
}: BuilderPartProps): ReactElement {
  const { words, address } = useDesk();
  const { dimensions } = question;
  const fits = dimensionsFor(question, definitions.measures);
  const isFull = dimensions.length >= most.dimensions;
  return (
    <fieldset>
      <legend>{words.dimensionsChoice}</legend>
      <div className="boxes">
        {definitions.dimensions.map((dimension) => {
          const { code, label } = dimension;
          if (!code) return null;
          const place = dimensions.indexOf(code);
          return (
            <label key={code}>
              <input
                type="checkbox"
                checked={place >= 0}
                disabled={place < 0 && (isFull || !fits(dimension))}
                onChange={() => onChange({ dimensions: toggled(dimensions, code) })}
              />
              {textIn(label, address.language)}
              {place >= 0 && dimensions.length > 1 && <small>{words.bracketed(place + 1)}</small>}
            </label>
          );
        })}
      </div>
      {isFull && <p className="hint">{words.tooMany(most.dimensions)}</p>}
    </fieldset>
  );
}
