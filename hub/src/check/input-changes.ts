import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

import type { Change, ChangeKind } from './change.js';
import { takesAsMuch } from './type-changes.js';

type Field = GraphQLField<unknown, unknown>;

/** What becomes of a field's arguments. */
export function argumentChanges(type: string, before: Field, after: Field): Change[] {
  return changesOf({
    before: byName(before.args),
    after: byName(after.args),
    place: (name) => `${type}.${before.name}(${name}:)`,
    isRequired: isRequiredArgument,
    kinds: {
      removed: 'ARGUMENT_REMOVED',
      required: 'ARGUMENT_REQUIRED',
      changed: 'ARGUMENT_TYPE_CHANGED',
    },
  });
}

/** What becomes of an input's fields. */
export function inputFieldChanges(
  before: GraphQLInputObjectType,
  after: GraphQLInputObjectType,
): Change[] {
  return changesOf({
    before: new Map(Object.entries(before.getFields())),
    after: new Map(Object.entries(after.getFields())),
    place: (name) => `${before.name}.${name}`,
    isRequired: isRequiredInputField,
    kinds: {
      removed: 'INPUT_FIELD_REMOVED',
      required: 'INPUT_FIELD_REQUIRED',
      changed: 'INPUT_FIELD_TYPE_CHANGED',
    },
  });
}

interface Given<Value> {
  readonly before: ReadonlyMap<string, Value>;
  readonly after: ReadonlyMap<string, Value>;
  readonly place: (name: string) => string;
  readonly isRequired: (value: Value) => boolean;
  readonly kinds: Readonly<Record<'removed' | 'required' | 'changed', ChangeKind>>;
}

function changesOf<Value extends GraphQLArgument | GraphQLInputField>(
  given: Given<Value>,
): Change[] {
  const { before, after, place, isRequired, kinds } = given;
  const changes: Change[] = [];
  for (const [name, was] of before) {
    const is = after.get(name);
    const at = (kind: ChangeKind, said: string): void =>
      void changes.push({ coordinate: place(name), kind, said });
    if (!is) at(kinds.removed, 'it is gone');
    else if (isRequired(is) && !isRequired(was)) at(kinds.required, 'it must be given now');
    else if (!takesAsMuch(was.type, is.type))
      at(kinds.changed, `it was ${String(was.type)} and would be ${String(is.type)}`);
    else if (JSON.stringify(was.defaultValue) !== JSON.stringify(is.defaultValue))
      at('DEFAULT_CHANGED', `what is assumed where it is not given changes`);
  }
  for (const [name, is] of after) {
    if (before.has(name) || !isRequired(is)) continue;
    const said = 'it is new and must be given';
    changes.push({ coordinate: place(name), kind: kinds.required, said });
  }
  return changes;
}

const byName = (values: readonly GraphQLArgument[]): Map<string, GraphQLArgument> =>
  new Map(values.map((value) => [value.name, value]));
