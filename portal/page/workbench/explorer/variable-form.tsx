import { type ReactElement, useState } from 'react';

import type { VariableField } from '../../../src/ready/ready-document.js';
import { useDesk } from '../desk.js';
import type { Variables } from './asked-question.js';
import { VariableInput } from './variable-input.js';

interface VariableFormProps {
  readonly fields: readonly VariableField[];
  readonly values: Variables;
  readonly onChange: (values: Variables) => void;
}

/** The fields of a form: those that say something or must first, the rest folded away. */
export function VariableFields({ fields, values, onChange }: VariableFormProps): ReactElement {
  const { words } = useDesk();
  // A field stays where it was when the form opened: it must not move while somebody types in it.
  const [shown] = useState(() => fields.filter((field) => isSaid(field, values)));
  const rest = fields.filter((field) => !shown.includes(field));
  const draw = (field: VariableField) => (
    <OneField
      key={field.name}
      field={field}
      value={values[field.name]}
      onChange={(value) => onChange(withValue(values, field.name, value))}
    />
  );
  return (
    <>
      {shown.map(draw)}
      {rest.length > 0 && (
        <details className="more" open={shown.length === 0 && rest.length <= 4}>
          <summary>{words.moreVariables}</summary>
          {rest.map(draw)}
        </details>
      )}
    </>
  );
}

const isSaid = ({ name, isRequired }: VariableField, values: Variables): boolean =>
  isRequired || values[name] !== undefined;

interface OneFieldProps {
  readonly field: VariableField;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function OneField({ field, value, onChange }: OneFieldProps): ReactElement {
  const { address } = useDesk();
  if (field.kind !== 'group')
    return <VariableInput field={field} value={value} onChange={onChange} />;
  // A group's value is an object, or is not there.
  const values = (value ?? {}) as Variables;
  return (
    <fieldset className="group">
      <legend>{field.label[address.language]}</legend>
      <VariableFields
        fields={value === undefined ? field.fields.map(optional) : field.fields}
        values={values}
        onChange={(next) => onChange(Object.keys(next).length > 0 ? next : undefined)}
      />
    </fieldset>
  );
}

/** A field of a group that is left out as a whole: nothing in it must be said. */
function optional(field: VariableField): VariableField {
  return { ...field, isRequired: false };
}

/** Variables with one of them changed; what is not said is not there. */
function withValue(values: Variables, name: string, value: unknown): Variables {
  const { [name]: _, ...rest } = values;
  return value === undefined ? rest : { ...values, [name]: value };
}
