import {
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { DirectiveReader, type Requirement } from './requirement-directives.js';

/** A type whose fields are looked at, and the fields that were looked at on the way there. */
interface Place {
  typeName: string;
  seen: Set<string>;
}

/**
 * Everything `@authenticated`, `@requiresScopes` and `@policy` of a supergraph ask for, under whatever
 * name it imported them. A field asks for what it, its type, the interfaces of its type, the type it
 * returns and every field that it `@requires` ask for, all of it: so nothing that a caller may not see is
 * fetched on its behalf.
 */
export class Requirements {
  /** Every distinct requirement; positions in this list are what the methods give. */
  readonly all: readonly Requirement[];
  readonly #own: ReadonlyMap<string, readonly number[]>;
  readonly #required: ReadonlyMap<string, SelectionSetNode>;
  readonly #keys: ReadonlyMap<string, SelectionSetNode>;
  readonly #ofField = new Map<string, readonly number[]>();

  constructor(
    supergraph: DocumentNode,
    readonly schema: GraphQLSchema,
  ) {
    const reader = new DirectiveReader(supergraph);
    this.all = reader.all;
    this.#own = reader.positions;
    this.#required = selectionsOf(reader.required);
    this.#keys = selectionsOf(reader.keys);
  }

  /**
   * What the data of a type asks for, wherever it is met. An entity asks for what its keys do: without them
   * no department can be asked about it.
   */
  ofType(name: string): readonly number[] {
    const key = this.#keys.get(name);
    return [...this.#of(name), ...this.#handedDown(name), ...(key ? this.#ofKey(name, key) : [])];
  }

  /** What a field of a type asks for. */
  ofField(typeName: string, fieldName: string): readonly number[] {
    const coordinate = `${typeName}.${fieldName}`;
    let positions = this.#ofField.get(coordinate);
    if (!positions) {
      positions = [...new Set(this.#gathered({ typeName, seen: new Set() }, fieldName))];
      this.#ofField.set(coordinate, positions);
    }
    return positions;
  }

  /**
   * What giving these arguments to a field asks for: a value of a protected enum or scalar, also inside an
   * input object, would let its sender find out by trying what it may not see.
   */
  ofArguments(typeName: string, fieldName: string, given: readonly string[]): readonly number[] {
    const field = this.#composite(typeName)?.getFields()[fieldName];
    return (field?.args ?? [])
      .filter(({ name }) => given.includes(name))
      .flatMap(({ type }) => this.#ofInput(type, new Set()));
  }

  #gathered({ typeName, seen }: Place, fieldName: string): readonly number[] {
    const type = this.#composite(typeName);
    // Fields that require each other ask for the same.
    if (!type || seen.has(`${typeName}.${fieldName}`)) return [];
    seen.add(`${typeName}.${fieldName}`);
    const holders = [typeName, ...type.getInterfaces().map((each) => each.name)];
    const field = type.getFields()[fieldName];
    return [
      ...this.ofType(typeName),
      ...this.#of(`${typeName}.${fieldName}`),
      ...this.#handedDown(typeName, fieldName),
      ...(field ? this.#ofReturned(getNamedType(field.type).name) : []),
      ...holders.flatMap((holder) => {
        const required = this.#required.get(`${holder}.${fieldName}`);
        return required ? this.#ofSelections({ typeName, seen }, required) : [];
      }),
    ];
  }

  /** What a field asks for by the type it returns: of an interface, only what holds for all its objects. */
  #ofReturned(name: string): readonly number[] {
    if (!isInterfaceType(this.schema.getType(name))) return this.ofType(name);
    return [...this.#original(name), ...this.#handedDown(name)];
  }

  /** What the interfaces of a type, or the field of that name in them, ask for by themselves. */
  #handedDown(typeName: string, fieldName?: string): readonly number[] {
    const interfaces = this.#composite(typeName)?.getInterfaces() ?? [];
    return interfaces.flatMap(({ name }) => this.#original(name, fieldName));
  }

  /**
   * What an interface, or a field of it, asks for by itself. A composer also writes there, for gateways
   * that look no further, what any one of the implementing types asks for: that is not asked of the others.
   */
  #original(name: string, fieldName?: string): readonly number[] {
    const type = this.schema.getType(name);
    if (!isInterfaceType(type)) return [];
    const place = fieldName === undefined ? '' : `.${fieldName}`;
    const implementing = this.schema
      .getPossibleTypes(type)
      .flatMap((each) => this.#of(`${each.name}${place}`))
      .flatMap((position) => this.all[position] ?? []);
    return this.#of(`${name}${place}`).filter((position) => {
      const requirement = this.all[position];
      return requirement && !isGathered(requirement, implementing);
    });
  }

  /** What reading some fields of a type asks for; of an abstract type, of whichever object it may be. */
  #ofSelections({ typeName, seen }: Place, { selections }: SelectionSetNode): readonly number[] {
    return selections.flatMap((node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return [];
      if (node.kind === Kind.INLINE_FRAGMENT) {
        const inner = node.typeCondition?.name.value ?? typeName;
        return this.#ofSelections({ typeName: inner, seen }, node.selectionSet);
      }
      const field = this.#composite(typeName)?.getFields()[node.name.value];
      const below = field && { typeName: getNamedType(field.type).name, seen };
      return [
        ...this.#concrete(typeName).flatMap((each) =>
          this.#gathered({ typeName: each, seen }, node.name.value),
        ),
        ...(below && node.selectionSet ? this.#ofSelections(below, node.selectionSet) : []),
      ];
    });
  }

  #ofKey(typeName: string, { selections }: SelectionSetNode): readonly number[] {
    return selections.flatMap((node) => {
      if (node.kind !== Kind.FIELD) return [];
      const field = this.#composite(typeName)?.getFields()[node.name.value];
      const named = field && getNamedType(field.type).name;
      return [
        ...this.#of(`${typeName}.${node.name.value}`),
        ...(named === undefined ? [] : this.#of(named)),
        ...(named !== undefined && node.selectionSet ? this.#ofKey(named, node.selectionSet) : []),
      ];
    });
  }

  #concrete(typeName: string): readonly string[] {
    const type = this.schema.getType(typeName);
    if (!isAbstractType(type)) return [typeName];
    return [typeName, ...this.schema.getPossibleTypes(type).map(({ name }) => name)];
  }

  #ofInput(type: GraphQLInputType, seen: Set<string>): readonly number[] {
    const named = getNamedType(type);
    if (seen.has(named.name)) return [];
    seen.add(named.name);
    if (!isInputObjectType(named)) return this.#of(named.name);
    return Object.values(named.getFields()).flatMap((field) => this.#ofInput(field.type, seen));
  }

  #composite(typeName: string): GraphQLObjectType | GraphQLInterfaceType | undefined {
    const type = this.schema.getType(typeName);
    return isObjectType(type) || isInterfaceType(type) ? type : undefined;
  }

  #of(coordinate: string): readonly number[] {
    return this.#own.get(coordinate) ?? [];
  }
}

/** True when a requirement says nothing that is not said by one of others of its kind. */
function isGathered({ kind, anyOf }: Requirement, from: readonly Requirement[]): boolean {
  const alike = from.filter((each) => each.kind === kind);
  const names = new Set(alike.flatMap((each) => each.anyOf.flat()));
  return alike.length > 0 && anyOf.flat().every((name) => names.has(name));
}

function selectionsOf(texts: ReadonlyMap<string, string>): ReadonlyMap<string, SelectionSetNode> {
  const read = new Map<string, SelectionSetNode>();
  for (const [coordinate, selections] of texts) {
    // The composer has read it as a selection set.
    const [operation] = parse(`{ ${selections} }`, { noLocation: true }).definitions;
    if (operation?.kind === Kind.OPERATION_DEFINITION) read.set(coordinate, operation.selectionSet);
  }
  return read;
}
