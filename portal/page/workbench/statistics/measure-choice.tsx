import type { ReactElement } from 'react';

import { useDesk } from '../desk.js';
import type { BuilderPartProps } from './builder-part.js';
import { type MeasureDefinition, textIn } from './definitions.js';
import { most, toggled } from './question-address.js';

/** What to count, each with its definition to read. */
export function MeasureChoice({ definitions, question, onChange }: BuilderPartProps): ReactElement {
  const { words, address } = useDesk();
  const isFull = question.measures.length >= most.measures;
  return (
    <fieldset>
      <legend>{words.measuresChoice}</legend>
      {definitions.measures.map((measure) => {
        const { code, label } = measure;
        if (!code) return null;
        const isChosen = question.measures.includes(code);
        return (
          <div key={code} className="measure-choice">
            <label className="box">
              <input
                type="checkbox"
                checked={isChosen}
                disabled={isFull && !isChosen}
                onChange={() => onChange({ measures: toggled(question.measures, code) })}
              />
              {textIn(label, address.language)}
            </label>
            <Definition measure={measure} />
          </div>
        );
      })}
      {isFull && <p className="hint">{words.tooMany(most.measures)}</p>}
    </fieldset>
  );
}

function Definition({ measure }: { measure: MeasureDefinition }): ReactElement {
  const { words, address } = useDesk();
  const { language } = address;
  const rows = [
    [words.definition, measure.definition],
    [words.counted, measure.counted],
    [words.unit, measure.unit],
    [words.dateBasis, measure.dateBasis],
    [words.source, measure.source],
  ] as const;
  return (
    <details>
      <summary aria-label={`${words.definition}: ${textIn(measure.label, language)}`}>
        {words.definition}
      </summary>
      <dl>
        {rows.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{textIn(text, language)}</dd>
          </div>
        ))}
      </dl>
      {measure.countsPeople && <p className="hint">{words.countsPeople}</p>}
    </details>
  );
}
