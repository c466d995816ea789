import {
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  visit,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { PublicFetches } from '../cache/public-fetches.js';
import { TaggedFields } from '../cache/tagged-fields.js';
import { EntityKeys } from './entity-keys.js';
import { Requirements } from './requirements.js';

/** Answers questions about type names of the whole supergraph, hidden types included, in constant time. */
export class SupergraphTypes {
  readonly #satisfying = new Map<string, ReadonlySet<string>>();
  readonly fieldNames: ReadonlySet<string>;
  readonly entityKeys: EntityKeys;
  readonly requirements: Requirements;
  readonly tags: TaggedFields;
  readonly publicFetches: PublicFetches;

  /** The names of fields that some `@requires` asks for with arguments of its own. */
  readonly requiredWithArguments: ReadonlySet<string>;

  constructor(
    readonly schema: GraphQLSchema,
    supergraph: DocumentNode,
  ) {
    this.fieldNames = fieldNamesOf(schema);
    this.entityKeys = new EntityKeys(supergraph);
    this.requirements = new Requirements(supergraph, schema);
    this.tags = new TaggedFields(supergraph);
    this.publicFetches = new PublicFetches(this.tags, schema, this.requirements);
    this.requiredWithArguments = requiredWithArgumentsOf(supergraph);
  }

  /** True when data of this type name can exist: an object, not an interface or a union. */
  isConcrete(name: string): boolean {
    return isObjectType(this.schema.getType(name));
  }

  /** The type names that satisfy one of several conditions. */
  satisfyingAny(names: readonly string[]): ReadonlySet<string> {
    const satisfying = new Set<string>();
    for (const name of names) for (const each of this.satisfying(name)) satisfying.add(each);
    return satisfying;
  }

  /** The type names that satisfy `... on name`, the name itself included. */
  satisfying(name: string): ReadonlySet<string> {
    const known = this.#satisfying.get(name);
    if (known) return known;
    const names = new Set([name]);
    const type = this.schema.getType(name);
    if (isAbstractType(type)) {
      for (const possible of this.schema.getPossibleTypes(type)) names.add(possible.name);
    }
    this.#satisfying.set(name, names);
    return names;
  }
}

function fieldNamesOf(schema: GraphQLSchema): ReadonlySet<string> {
  const names = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.keys(type.getFields())) names.add(field);
    }
  }
  return names;
}

function requiredWithArgumentsOf(supergraph: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(supergraph, {
    Directive(node) {
      if (node.name.value !== 'join__field') return;
      const required = node.arguments?.find(({ name }) => name.value === 'requires')?.value;
      if (required?.kind !== Kind.STRING) return;
      visit(parse(`{ ${required.value} }`, { noLocation: true }), {
        Field(field) {
          if (field.arguments?.length) names.add(field.name.value);
        },
      });
    },
  });
  return names;
}
