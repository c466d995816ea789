import { type ConstDirectiveNode, type FieldDefinitionNode, Kind, parse, print } from 'graphql';

import type { Change } from './change.js';

/** What becomes of fields by the directives of a supergraph: who may see them, and whether null means failure only. */
export function directiveChanges(before: string, after: string): Change[] {
  const now = fieldsOf(after);
  return [...fieldsOf(before)].flatMap(([coordinate, was]) => {
    const is = now.get(coordinate);
    if (!is) return [];
    const changes: Change[] = [];
    const [asked, asks] = [guardsOf(was), guardsOf(is)];
    if (asks !== '' && asks !== asked) {
      const before = asked === '' ? 'nothing' : asked;
      const said = `it asked for ${before} and would ask for ${asks}`;
      changes.push({ coordinate, kind: 'FIELD_MADE_PROTECTED', said });
    }
    if (isPromised(was) && !isPromised(is)) {
      const said = 'null meant failure only, and would be a value';
      changes.push({ coordinate, kind: 'FIELD_MAY_BE_NULL', said });
    }
    return changes;
  });
}

const guards = new Set(['authenticated', 'requiresScopes', 'policy']);

function guardsOf({ directives = [] }: Guarded): string {
  const found = directives.filter(({ name }) => guards.has(name.value)).map(print);
  return [...new Set(found)].toSorted().join(' ');
}

const isPromised = ({ directives = [] }: Guarded): boolean =>
  directives.some(({ name }) => name.value === 'semanticNonNull');

interface Guarded {
  readonly directives?: readonly ConstDirectiveNode[];
}

/** Every field of the objects of a supergraph, with its own directives and what its type asks for. */
function fieldsOf(supergraph: string): Map<string, Guarded> {
  const fields = new Map<string, Guarded>();
  for (const node of parse(supergraph, { noLocation: true }).definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const ofType = (node.directives ?? []).filter(({ name }) => guards.has(name.value));
    for (const field of node.fields ?? ([] as readonly FieldDefinitionNode[])) {
      const directives = [...(field.directives ?? []), ...ofType];
      fields.set(`${node.name.value}.${field.name.value}`, { directives });
    }
  }
  return fields;
}
