import {
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  defaultTypeResolver,
  getArgumentValues,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

import { leafOf } from './leaf.js';
import { type QueryRun, type ToldInfo, Unsuited } from './query-run.js';
import { type Selecting, selectedFields } from './selected-fields.js';

/** An object as it is told. */
export type Told = Record<string, unknown>;

/** Brings what a resolver gave into the form in which it is told. What is still awaited is put there later. */
type Complete = (value: unknown, run: QueryRun) => unknown;

/** One field of an object: where its value comes from, and how it is told. */
interface Step {
  readonly key: string;
  readonly read: (source: unknown, run: QueryRun) => unknown;
  readonly complete: Complete;
}

/** The fields of a type as the schema describes them to resolvers. */
type Field = GraphQLField<unknown, unknown>;

/** Works a query out for one set of conditions, once; `run` then only reads and writes. */
export class Program {
  readonly #selecting: Selecting;
  readonly #operation: OperationDefinitionNode;
  readonly #steps: readonly Step[];

  /** Throws Unsuited where graphql-js has to execute it. */
  constructor(selecting: Selecting, operation: OperationDefinitionNode) {
    const root = selecting.schema.getQueryType();
    if (!root) throw new Unsuited('There is nothing to query.');
    this.#selecting = selecting;
    this.#operation = operation;
    this.#steps = this.#stepsOf(root, [operation.selectionSet]);
  }

  /** Executes it; rejects when anything is not as nearly always. */
  async run(run: QueryRun): Promise<Told> {
    const data = told(this.#steps, undefined, run);
    await run.end();
    return data;
  }

  #stepsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): readonly Step[] {
    if (type.isTypeOf) throw new Unsuited(`${type.name} decides for itself what belongs to it.`);
    const fields = type.getFields();
    return [...selectedFields(this.#selecting, type, sets)].flatMap(([key, nodes]) => {
      const name = nodes[0]?.name.value ?? '';
      if (key === '__proto__') throw new Unsuited('No plain object has such a key.');
      if (name === '__typename') return [typeNameStep(key, type.name)];
      if (name.startsWith('__')) throw new Unsuited('The schema is asked for.');
      const field = fields[name];
      return field ? [this.#step(key, nodes, { type, field })] : [];
    });
  }

  #step(
    key: string,
    nodes: readonly FieldNode[],
    { type, field }: { type: GraphQLObjectType; field: Field },
  ): Step {
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const info = (variableValues: ToldInfo['variableValues']): ToldInfo => ({
      fieldName: field.name,
      fieldNodes: nodes,
      returnType: field.type,
      parentType: type,
      schema: this.#selecting.schema,
      fragments: this.#selecting.fragments,
      rootValue: undefined,
      operation: this.#operation,
      variableValues,
    });
    return {
      key,
      read: readerOf(field, nodes, info),
      complete: this.#complete(field.type, sets, info),
    };
  }

  #complete(type: GraphQLOutputType, sets: readonly SelectionSetNode[], info: InfoFor): Complete {
    if (isNonNullType(type)) return never(this.#complete(type.ofType, sets, info));
    if (isListType(type)) return listOf(this.#complete(type.ofType, sets, info));
    if (isLeafType(type)) return leaf(leafOf(type));
    if (isObjectType(type)) return object(this.#stepsOf(type, sets));
    if (isAbstractType(type)) return this.#abstract(type, sets, info);
    throw new Unsuited('There are no other types.');
  }

  #abstract(type: GraphQLAbstractType, sets: readonly SelectionSetNode[], info: InfoFor): Complete {
    const { schema } = this.#selecting;
    const known = new Map<string, Complete>();
    const resolveType = type.resolveType ?? defaultTypeResolver;
    return (value, run) => {
      if (value === null || value === undefined) return null;
      if (value instanceof Error) throw value;
      const name = resolveType(
        value,
        run.context,
        run.info(known, () => info(run.variables)),
        type,
      );
      if (typeof name !== 'string') throw new Unsuited('A type takes its time.');
      let complete = known.get(name);
      if (!complete) {
        const possible = schema.getType(name);
        if (!isObjectType(possible) || !schema.isSubType(type, possible))
          throw new Unsuited(`${name} is none of ${type.name}.`);
        known.set(name, (complete = object(this.#stepsOf(possible, sets))));
      }
      return complete(value, run);
    };
  }
}

type InfoFor = (variables: ToldInfo['variableValues']) => ToldInfo;

/** Reads every field of an object, in their order. */
function told(steps: readonly Step[], source: unknown, run: QueryRun): Told {
  const into: Told = {};
  for (const { key, read, complete } of steps) {
    const value = read(source, run);
    if (isPromise(value)) {
      // Keeps its place in the order.
      into[key] = null;
      run.later(value, (got) => (into[key] = complete(got, run)));
    } else into[key] = complete(value, run);
  }
  return into;
}

const typeNameStep = (key: string, name: string): Step => ({
  key,
  read: () => name,
  complete: (value) => value,
});

function readerOf(field: Field, nodes: readonly FieldNode[], info: InfoFor): Step['read'] {
  const { name, resolve, args } = field;
  const [node] = nodes;
  if (!resolve || !node) return (source) => ownValue(source, name);
  const of = {};
  return (source, run) =>
    resolve(
      source,
      args.length === 0 ? {} : getArgumentValues(field, node, run.variables),
      run.context,
      run.info(of, () => info(run.variables)),
    );
}

/** What a field without a resolver has. */
function ownValue(source: unknown, name: string): unknown {
  // Only objects have fields; see `object`.
  const value = (source as Told)[name];
  if (typeof value === 'function') throw new Unsuited('A method takes the place of a resolver.');
  return value;
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  );
}

function never(complete: Complete): Complete {
  return (value, run) => {
    const done = complete(value, run);
    if (done === null) throw new Unsuited('A value is missing that may not be.');
    return done;
  };
}

function leaf(write: (value: unknown) => unknown): Complete {
  return (value) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    return write(value);
  };
}

function object(steps: readonly Step[]): Complete {
  return (value, run) => {
    if (value === null || value === undefined) return null;
    if (typeof value !== 'object' || value instanceof Error)
      throw new Unsuited('This is no object with fields.');
    return told(steps, value, run);
  };
}

function listOf(complete: Complete): Complete {
  return (value, run) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) throw new Unsuited('This is no plain list.');
    const into: unknown[] = [];
    for (let at = 0; at < value.length; at += 1) {
      const item: unknown = value[at];
      if (isPromise(item)) {
        into.push(null);
        run.later(item, (got) => (into[at] = complete(got, run)));
      } else into.push(complete(item, run));
    }
    return into;
  };
}
