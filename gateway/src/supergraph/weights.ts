import {
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { directiveName, linksOf } from './links.js';

/** What `@listSize` says of a field. */
export interface ListSize {
  assumedSize: number | undefined;
  /** Arguments that bound the list, each as the steps from the argument to the number. */
  slicingArguments: readonly (readonly string[])[];
  /** Fields of the field's type that hold the list; empty when the field itself does. */
  sizedFields: readonly string[];
}

/** Everything `@cost` and `@listSize` of a supergraph say, under whatever name it imported them. */
export class Weights {
  readonly #weights = new Map<string, number>();
  readonly #sizes = new Map<string, ListSize>();
  readonly #weighsInputs: boolean;

  constructor(
    supergraph: DocumentNode,
    readonly schema: GraphQLSchema,
  ) {
    const names = directiveNames(supergraph);
    const note = (coordinate: string, directives: readonly ConstDirectiveNode[] = []): void => {
      for (const directive of directives) {
        if (directive.name.value === names.cost) {
          this.#weights.set(coordinate, numberOf(argumentsOf(directive)['weight']) ?? 0);
        }
        if (directive.name.value === names.listSize) this.#sizes.set(coordinate, sizeOf(directive));
      }
    };
    for (const node of supergraph.definitions) {
      if (!('name' in node) || !node.name || !('directives' in node)) continue;
      if (node.kind === Kind.OPERATION_DEFINITION) continue;
      if (node.kind === Kind.FRAGMENT_DEFINITION) continue;
      note(node.name.value, node.directives);
      for (const field of 'fields' in node ? (node.fields ?? []) : []) {
        const coordinate = `${node.name.value}.${field.name.value}`;
        note(coordinate, field.directives);
        for (const argument of 'arguments' in field ? (field.arguments ?? []) : []) {
          note(`${coordinate}.${argument.name.value}`, argument.directives);
        }
      }
    }
    this.#weighsInputs = [...this.#weights.keys()].some((coordinate) => {
      const [type = '', ...rest] = coordinate.split('.');
      return rest.length > 0 && isInputObjectType(schema.getType(type));
    });
  }

  /** The weight of a type (`T`), or of a field (`T.f`), an input field or an argument (`T.f.a`). */
  weight(typeName: string, ...rest: readonly string[]): number | undefined {
    return this.#find(this.#weights, typeName, rest);
  }

  /** True when some input field has a weight, so that what an argument holds may have to be weighed. */
  get weighsInputs(): boolean {
    return this.#weighsInputs;
  }

  /** What is said of the size of a field's list. */
  listSize(typeName: string, fieldName: string): ListSize | undefined {
    return this.#find(this.#sizes, typeName, [fieldName]);
  }

  /** A field says what the interfaces of its type say of it, unless it says something itself. */
  #find<Value>(
    values: ReadonlyMap<string, Value>,
    typeName: string,
    rest: readonly string[],
  ): Value | undefined {
    const own = values.get([typeName, ...rest].join('.'));
    const type = this.schema.getType(typeName);
    if (own !== undefined || rest.length === 0) return own;
    if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
    for (const { name } of type.getInterfaces()) {
      const inherited = values.get([name, ...rest].join('.'));
      if (inherited !== undefined) return inherited;
    }
    return undefined;
  }
}

function directiveNames(supergraph: DocumentNode): { cost: string; listSize: string } {
  const links = linksOf(supergraph);
  const link =
    links.find(({ specification }) => specification === 'https://specs.apollo.dev/cost') ??
    links.find(({ specification }) => specification === 'https://specs.apollo.dev/federation');
  if (!link) return { cost: 'cost', listSize: 'listSize' };
  return { cost: directiveName(link, 'cost'), listSize: directiveName(link, 'listSize') };
}

function argumentsOf(directive: ConstDirectiveNode): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}

function sizeOf(directive: ConstDirectiveNode): ListSize {
  const given = argumentsOf(directive);
  return {
    assumedSize: numberOf(given['assumedSize']),
    slicingArguments: textsOf(given['slicingArguments']).map((path) => path.split('.')),
    sizedFields: textsOf(given['sizedFields']),
  };
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number.parseFloat(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
