import {
  type ConstDirectiveNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type TypeNode,
  parse,
} from 'graphql';

type CompositeDefinition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** Who owns what, read from a supergraph's SDL alone. */
export class Ownership {
  readonly #types = new Map<string, CompositeDefinition>();

  constructor(supergraph: string) {
    for (const definition of parse(supergraph).definitions) {
      if (
        definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
        definition.kind === Kind.INTERFACE_TYPE_DEFINITION
      )
        this.#types.set(definition.name.value, definition);
    }
  }

  /** The services that can answer a field of a type, by name; none for the name of an object's type. */
  ownersOf(type: string, field: string): readonly string[] {
    const definition = this.#types.get(type);
    if (definition?.kind === Kind.INTERFACE_TYPE_DEFINITION && field === '__typename') {
      return tellersOf(definition);
    }
    const found = definition?.fields?.find(({ name }) => name.value === field);
    if (!definition || !found) return [];
    const joins = this.#joinsOf(type, field);
    const named = joins.filter((join) => argument(join, 'graph'));
    // Of an `@interfaceObject`: the types say that there is a field, the interface says whose it is.
    if (named.length === 0 && joins.length > 0) return this.#ownersOnInterfaces(definition, field);
    if (named.length === 0) return graphsOf(definition.directives ?? [], 'join__type');
    return graphsOf(
      named.filter((join) => argument(join, 'external') !== 'true'),
      'join__field',
    );
  }

  /** The services without which a field cannot be answered: its owners, and those of what they need to be told. */
  neededFor(type: string, field: string): ReadonlySet<string> {
    const required = this.#joinsOf(type, field).flatMap((join) => argument(join, 'requires') ?? []);
    const needed = required.flatMap((fields) => this.#ownersWithin(type, selectionOf(fields)));
    return new Set([...this.ownersOf(type, field), ...needed]);
  }

  /** True when a service may hand out a field that another owns, at the places where it says so. */
  isLent(type: string, field: string): boolean {
    return this.#joinsOf(type, field).some((join) => argument(join, 'external') === 'true');
  }

  #ownersOnInterfaces({ interfaces = [] }: CompositeDefinition, field: string): readonly string[] {
    return [...new Set(interfaces.flatMap(({ name }) => this.ownersOf(name.value, field)))];
  }

  #joinsOf(type: string, field: string): readonly ConstDirectiveNode[] {
    const found = this.#types.get(type)?.fields?.find(({ name }) => name.value === field);
    return (found?.directives ?? []).filter(({ name }) => name.value === 'join__field');
  }

  #ownersWithin(type: string, { selections }: SelectionSetNode): string[] {
    return selections.flatMap((selection) => {
      if (selection.kind !== Kind.FIELD) return [];
      const name = selection.name.value;
      const field = this.#types.get(type)?.fields?.find((each) => each.name.value === name);
      const within = selection.selectionSet && field ? selection.selectionSet : undefined;
      const deeper = within && field ? this.#ownersWithin(namedType(field.type), within) : [];
      return [...this.ownersOf(type, name), ...deeper];
    });
  }
}

/** Those that know which type an object of an interface has: to the others the interface is one type. */
function tellersOf({ directives = [] }: InterfaceTypeDefinitionNode): string[] {
  const knowing = directives.filter((join) => argument(join, 'isInterfaceObject') !== 'true');
  return graphsOf(knowing, 'join__type');
}

function selectionOf(fields: string): SelectionSetNode {
  const [definition] = parse(`{ ${fields} }`).definitions;
  // The text above is one operation.
  return (definition as OperationDefinitionNode).selectionSet;
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function graphsOf(directives: readonly ConstDirectiveNode[], name: string): string[] {
  return directives
    .filter((directive) => directive.name.value === name)
    .map((directive) => (argument(directive, 'graph') ?? '').toLowerCase());
}

function argument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((each) => each.name.value === name)?.value;
  if (!value || !('value' in value)) return undefined;
  return String(value.value);
}
