import { type ReactElement, useId } from 'react';

import { useDesk } from '../desk.js';
import type { BuilderPartProps } from './builder-part.js';
import { textIn } from './definitions.js';

interface SelectProps {
  readonly label: string;
  readonly value: string;
  /** What is chosen where nothing is. */
  readonly none: string;
  /** Codes and names. */
  readonly options: readonly (readonly [code: string, name: string])[];
  readonly onChange: (value: string) => void;
}

function Select({ label, value, none, options, onChange }: SelectProps): ReactElement {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{none}</option>
        {options.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Values of a dimension as codes and names. */
function useOptions({ definitions }: Pick<BuilderPartProps, 'definitions'>, dimension: string) {
  const { address } = useDesk();
  const values = definitions.dimensions.find(({ code }) => code === dimension)?.values ?? [];
  return values.map(({ code, label }) => [code ?? '', textIn(label, address.language)] as const);
}

/** From which month to which. */
export function MonthChoice({ definitions, question, onChange }: BuilderPartProps): ReactElement {
  const { words } = useDesk();
  const months = useOptions({ definitions }, 'MONTH');
  return (
    <fieldset>
      <legend>{words.monthsChoice}</legend>
      <div className="pair">
        <Select
          label={words.fromMonth}
          value={question.fromMonth}
          none={words.filterNone}
          options={months}
          onChange={(fromMonth) => onChange({ fromMonth })}
        />
        <Select
          label={words.toMonth}
          value={question.toMonth}
          none={words.filterNone}
          options={months}
          onChange={(toMonth) => onChange({ toMonth })}
        />
      </div>
    </fieldset>
  );
}

/** Whether numbers are told per 1,000 people of an age. */
export function PerThousandChoice({
  definitions,
  question,
  onChange,
}: BuilderPartProps): ReactElement {
  const { words } = useDesk();
  return (
    <fieldset>
      <legend>{words.perChoice}</legend>
      <Select
        label={words.perThousand}
        value={question.perThousandOf}
        none={words.perNothing}
        options={useOptions({ definitions }, 'AGE_BAND').filter(([code]) => code !== 'UNKNOWN')}
        onChange={(perThousandOf) => onChange({ perThousandOf })}
      />
    </fieldset>
  );
}

/** What few people change: a stricter rule of withholding, and samples. */
export function OptionChoice({ question, onChange }: BuilderPartProps): ReactElement {
  const { words } = useDesk();
  const hint = useId();
  return (
    <details className="filter">
      <summary>{words.optionsChoice}</summary>
      <label className="field">
        <span>{words.smallestCell}</span>
        <input
          type="number"
          min={1}
          aria-describedby={hint}
          value={question.smallestCell ?? ''}
          onChange={({ target }) => onChange({ smallestCell: Number(target.value) || undefined })}
        />
      </label>
      <p className="hint" id={hint}>
        {words.smallestHint}
      </p>
      <label className="box">
        <input
          type="checkbox"
          checked={question.countSamples}
          onChange={() => onChange({ countSamples: !question.countSamples })}
        />
        {words.countSamples}
      </label>
    </details>
  );
}
