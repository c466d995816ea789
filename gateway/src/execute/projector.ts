import {
  getNullableType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';
import { fieldsOfType } from '../operation/fields-of-type.js';
import type { Variant } from '../operation/variant.js';
import { isFields, reader, write, type Fields } from './fields.js';
import { leafOf } from './leaf.js';
import { bubbled, type Projection } from './projection.js';

/** Brings a value of the data into the client's form; `bubbled` where it may not be null and is. */
type Complete = (value: unknown, projection: Projection) => unknown;

interface FieldProjector {
  key: string;
  read: (fields: Fields) => unknown;
  complete: Complete;
}

/** Compiles an operation's projection; null when a null has reached the root. */
export function projectorOf(
  variant: Variant,
): (data: Fields, projection: Projection) => Fields | null {
  const { definition } = variant.operation;
  const root = variant.apiSchema.getRootType(definition.operation);
  if (!root) throw new Error('A valid operation has a root type.');
  const compiler = new Compiler(variant);
  const fields = compiler.fields(root.name, [definition.selectionSet], true);
  return (data, projection) => {
    const projected = project(fields, data, projection);
    return isFields(projected) ? projected : null;
  };
}

function project(
  fields: readonly FieldProjector[],
  data: Fields,
  projection: Projection,
): Fields | typeof bubbled {
  const result: Fields = {};
  for (const { key, read, complete } of fields) {
    projection.path.push(key);
    const value = complete(read(data), projection);
    projection.path.pop();
    if (value === bubbled) return bubbled;
    write(result, key, value);
  }
  return result;
}

class Compiler {
  readonly #variant: Variant;

  constructor(variant: Variant) {
    this.#variant = variant;
  }

  /** The projectors of the fields selected of one concrete type. */
  fields(typeName: string, sets: readonly SelectionSetNode[], isRoot = false): FieldProjector[] {
    const projectors: FieldProjector[] = [];
    for (const [key, nodes] of fieldsOfType(this.#variant, typeName, sets)) {
      const projector = this.#field(typeName, nodes, isRoot);
      if (projector) projectors.push({ key, ...projector });
    }
    return projectors;
  }

  #field(
    typeName: string,
    nodes: readonly FieldNode[],
    isRoot: boolean,
  ): Omit<FieldProjector, 'key'> | undefined {
    const [node] = nodes;
    if (!node) return undefined;
    const name = node.name.value;
    if (name === '__typename') return { read: () => typeName, complete: (value) => value };
    if (isRoot && name.startsWith('__')) return introspected;
    const type = this.#variant.apiSchema.getType(typeName);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    if (!field) return undefined;
    const read = reader(this.#variant.keys.of(node));
    const denial = this.#variant.permissions.selectionDenial(typeName, node);
    if (denial) {
      const nullValue = isNonNullType(field.type) ? bubbled : null;
      return { read, complete: (_, projection) => (projection.report(denial), nullValue) };
    }
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return { read, complete: this.#complete(field.type, sets) };
  }

  #complete(type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Complete {
    const complete = this.#nullable(getNullableType(type), sets);
    if (!isNonNullType(type)) {
      return (value, projection) => {
        const completed = complete(value, projection);
        return completed === bubbled ? null : completed;
      };
    }
    return (value, projection) => {
      const completed = complete(value, projection);
      if (completed !== null) return completed;
      projection.reportNull();
      return bubbled;
    };
  }

  #nullable(type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Complete {
    if (isListType(type)) return listOf(this.#complete(type.ofType, sets));
    if (isLeafType(type)) {
      const leaf = leafOf(type);
      return (value, projection) =>
        value === null || value === undefined ? null : found(leaf(value), projection);
    }
    if (isNonNullType(type)) return this.#complete(type, sets);
    return this.#composite(type, sets);
  }

  #composite(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Complete {
    const projectors = new Map<string, readonly FieldProjector[]>();
    const nameOf = this.#runtimeName(type);
    const vague = new Set<string>();
    const denials = new Map<string, ReturnType<Variant['permissions']['typeDenial']>>();
    return (value, projection) => {
      if (value === null || value === undefined) return null;
      if (!isFields(value)) return found(undefined, projection);
      const name = nameOf(value);
      if (name === undefined)
        return this.#hidden(type, value) ? null : found(undefined, projection);
      let fields = projectors.get(name);
      if (!fields) {
        fields = this.fields(name, sets);
        projectors.set(name, fields);
        if (this.#isVague(name, sets)) vague.add(name);
        denials.set(name, this.#variant.permissions.typeDenial(name));
      }
      const denial = denials.get(name);
      if (denial) return (projection.report(denial), null);
      if (vague.has(name)) projection.reportUnsaid('NOT_PLANNABLE', unknownType);
      return project(fields, value, projection);
    };
  }

  /** True where the client asks different things of the types that an interface's name may stand for. */
  #isVague(name: string, sets: readonly SelectionSetNode[]): boolean {
    const { apiSchema } = this.#variant;
    const type = apiSchema.getType(name);
    if (!isInterfaceType(type)) return false;
    const known = fieldsOfType(this.#variant, name, sets);
    return apiSchema.getPossibleTypes(type).some((possible) => {
      const fields = fieldsOfType(this.#variant, possible.name, sets);
      return [...fields].some(([key, nodes]) => known.get(key)?.length !== nodes.length);
    });
  }

  /** True when data is of a type that may stand here but that clients may not know of. */
  #hidden(type: GraphQLCompositeType, fields: Fields): boolean {
    const name = fields['__typename'];
    return typeof name === 'string' && this.#variant.types.satisfying(type.name).has(name);
  }

  /** The type name of a piece of data, or undefined where clients may not know of it. */
  #runtimeName(type: GraphQLCompositeType): (fields: Fields) => string | undefined {
    if (!isAbstractType(type)) return () => type.name;
    const { apiSchema } = this.#variant;
    return (fields) => {
      const name = fields['__typename'];
      // An @interfaceObject's data may know no more of its type than the interface.
      if (name === undefined || name === type.name) {
        return isInterfaceType(type) ? type.name : undefined;
      }
      if (typeof name !== 'string') return undefined;
      const runtime = apiSchema.getType(name);
      if (isInterfaceType(runtime)) return apiSchema.isSubType(type, runtime) ? name : undefined;
      return isObjectType(runtime) && apiSchema.isSubType(type, runtime) ? name : undefined;
    };
  }
}

const unknownType =
  'No department told of which type this object is, so what is asked of its type is missing.';

const introspected: Omit<FieldProjector, 'key'> = {
  read: () => undefined,
  complete: (_, projection) => projection.introspected[String(projection.path[0])] ?? null,
};

function listOf(item: Complete): Complete {
  return (value, projection) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) return found(undefined, projection);
    const items: unknown[] = [];
    for (let index = 0; index < value.length; index++) {
      projection.path.push(index);
      const completed = item(value[index], projection);
      projection.path.pop();
      if (completed === bubbled) return bubbled;
      items.push(completed);
    }
    return items;
  };
}

function found(value: unknown, projection: Projection): unknown {
  if (value !== undefined) return value;
  projection.report('SUBGRAPH_ANSWER_MALFORMED');
  return null;
}
