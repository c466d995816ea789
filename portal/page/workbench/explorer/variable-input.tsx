import { type ReactElement, useId, useState } from 'react';

import type { VariableField } from '../../../src/ready/ready-document.js';
import { useDesk } from '../desk.js';

interface VariableInputProps {
  readonly field: VariableField;
  /** As it stands in the variables; nothing where it is not said. */
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** Asks for one variable in the way that fits it. */
export function VariableInput(props: VariableInputProps): ReactElement {
  const { field } = props;
  if (field.kind === 'choice') return field.isList ? <Choices {...props} /> : <Choice {...props} />;
  if (field.kind === 'yes-no') return <YesNo {...props} />;
  if (field.kind === 'written') return <Written {...props} />;
  return <Typed {...props} />;
}

const types = { number: 'number', date: 'date' } as const;

function Typed({ field, value, onChange }: VariableInputProps): ReactElement {
  const { words } = useDesk();
  const hint = useId();
  const type = field.kind === 'number' || field.kind === 'date' ? types[field.kind] : 'text';
  const hints = [
    field.isList && words.listHint,
    field.kind === 'moment' && words.momentHint,
  ].filter(Boolean);
  const change = (text: string) => {
    if (text === '') return onChange(undefined);
    const parts = field.isList ? text.split(/[、,]/).map((part) => part.trim()) : [text];
    const told = parts.map((part) => (field.kind === 'number' ? Number(part) : part));
    onChange(field.isList ? told : told[0]);
  };
  const shown = Array.isArray(value) ? value.join('、') : value;
  return (
    <div className="field">
      <Label field={field}>
        <input
          type={field.isList ? 'text' : type}
          value={typeof shown === 'string' || typeof shown === 'number' ? shown : ''}
          required={field.isRequired}
          aria-describedby={hints.length > 0 ? hint : undefined}
          step={field.kind === 'number' ? 'any' : undefined}
          onChange={(event) => change(event.target.value)}
        />
      </Label>
      {hints.length > 0 && (
        <p className="hint" id={hint}>
          {hints.join(' ')}
        </p>
      )}
    </div>
  );
}

function Choice({ field, value, onChange }: VariableInputProps): ReactElement {
  const { words, address } = useDesk();
  return (
    <div className="field">
      <Label field={field}>
        <select
          value={typeof value === 'string' ? value : ''}
          required={field.isRequired}
          onChange={(event) => onChange(event.target.value || undefined)}
        >
          <option value="">{words.notSaid}</option>
          {field.choices.map(({ code, label }) => (
            <option key={code} value={code}>
              {label[address.language]}
            </option>
          ))}
        </select>
      </Label>
    </div>
  );
}

function Choices({ field, value, onChange }: VariableInputProps): ReactElement {
  const { address } = useDesk();
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const toggle = (code: string) => {
    const next = chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code];
    onChange(next.length > 0 ? next : undefined);
  };
  return (
    <fieldset className="field">
      <legend>{field.label[address.language]}</legend>
      <div className="boxes">
        {field.choices.map(({ code, label }) => (
          <label key={code}>
            <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
            {label[address.language]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function YesNo({ field, value, onChange }: VariableInputProps): ReactElement {
  const { words } = useDesk();
  const told = { yes: true, no: false } as const;
  return (
    <div className="field">
      <Label field={field}>
        <select
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : ''}
          onChange={({ target }) =>
            onChange(
              target.value === 'yes' || target.value === 'no' ? told[target.value] : undefined,
            )
          }
        >
          <option value="">{words.notSaid}</option>
          <option value="yes">{words.yes}</option>
          <option value="no">{words.no}</option>
        </select>
      </Label>
    </div>
  );
}

function Written({ field, value, onChange }: VariableInputProps): ReactElement {
  const { words } = useDesk();
  const [text, setText] = useState(value === undefined ? '' : JSON.stringify(value, null, 1));
  const [isWrong, setWrong] = useState(false);
  const hint = useId();
  const change = (next: string) => {
    setText(next);
    try {
      onChange(next.trim() === '' ? undefined : JSON.parse(next));
      setWrong(false);
    } catch {
      setWrong(true);
    }
  };
  return (
    <div className="field">
      <Label field={field}>
        <textarea
          value={text}
          rows={3}
          spellCheck={false}
          aria-invalid={isWrong}
          aria-describedby={hint}
          onChange={(event) => change(event.target.value)}
        />
      </Label>
      <p className="hint" id={hint}>
        {isWrong ? words.writtenWrong : words.writtenHint}
      </p>
    </div>
  );
}

function Label({
  field,
  children,
}: {
  field: VariableField;
  children: ReactElement;
}): ReactElement {
  const { words, address } = useDesk();
  return (
    <label>
      <span>
        {field.label[address.language]}
        {field.isRequired && <small>{words.bracketed(words.required)}</small>}
      </span>
      {children}
    </label>
  );
}
