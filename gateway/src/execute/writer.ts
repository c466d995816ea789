import {
  getNullableType,
  isAbstractType,
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
import { isFields, reader, type Fields } from './fields.js';
import { quoted, writtenLeafOf, type Write } from './written-leaf.js';

interface FieldWriter {
  /** `"key":` with the comma before it; without, for the first. */
  prefix: string;
  read: (fields: Fields) => unknown;
  write: Write;
}

/**
 * Compiles how an answer's data is written as JSON straight from what the subgraphs sent, without a copy of
 * it in the client's form. Undefined where anything is not as it should be: then `projectorOf` says what.
 */
export function writerOf(variant: Variant): (data: Fields) => string | undefined {
  const { definition } = variant.operation;
  const root = variant.apiSchema.getRootType(definition.operation);
  const writers = root && new Compiler(variant).fields(root.name, [definition.selectionSet]);
  if (!writers) return () => undefined;
  return (data) => {
    try {
      return objectText(writers, data);
    } catch {
      // A scalar that JSON cannot hold; the projector meets it too and says so.
      return undefined;
    }
  };
}

function objectText(writers: readonly FieldWriter[], fields: Fields): string | undefined {
  let text = '{';
  for (let index = 0; index < writers.length; index++) {
    // The loop ends before the list does.
    const { prefix, read, write } = writers[index] as FieldWriter;
    const value = write(read(fields));
    if (value === undefined) return undefined;
    text += prefix + value;
  }
  return `${text}}`;
}

class Compiler {
  readonly #variant: Variant;

  constructor(variant: Variant) {
    this.#variant = variant;
  }

  /** The writers of the fields selected of one concrete type; undefined where some are not simply read. */
  fields(typeName: string, sets: readonly SelectionSetNode[]): FieldWriter[] | undefined {
    const { permissions } = this.#variant;
    if (permissions.typeDenial(typeName)) return undefined;
    const writers: FieldWriter[] = [];
    for (const [key, nodes] of fieldsOfType(this.#variant, typeName, sets)) {
      const writer = this.#field(typeName, nodes);
      if (!writer) return undefined;
      const prefix = `${writers.length > 0 ? ',' : ''}${JSON.stringify(key)}:`;
      writers.push({ prefix, ...writer });
    }
    return writers;
  }

  #field(typeName: string, nodes: readonly FieldNode[]): Omit<FieldWriter, 'prefix'> | undefined {
    const [node] = nodes;
    const name = node?.name.value ?? '';
    if (name === '__typename') {
      const text = quoted(typeName);
      return { read: () => undefined, write: () => text };
    }
    const { apiSchema, permissions, keys } = this.#variant;
    const type = apiSchema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    if (!node || !field || permissions.selectionDenial(typeName, node)) return undefined;
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return { read: reader(keys.of(node)), write: this.#write(field.type, sets) };
  }

  #write(type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Write {
    const write = this.#present(getNullableType(type), sets);
    const none = isNonNullType(type) ? undefined : 'null';
    return (value) => (value === null || value === undefined ? none : write(value));
  }

  #present(type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Write {
    if (isListType(type)) return listWriter(this.#write(type.ofType, sets));
    if (isLeafType(type)) return writtenLeafOf(type);
    if (isNonNullType(type)) return this.#write(type, sets);
    return isAbstractType(type) ? this.#abstract(type, sets) : this.#object(type.name, sets);
  }

  #object(name: string, sets: readonly SelectionSetNode[]): Write {
    let writers: readonly FieldWriter[] | undefined | null = null;
    return (value) => {
      // Only when it is met: fragments may repeat without end in what is never sent.
      if (writers === null) writers = this.fields(name, sets);
      return writers && isFields(value) ? objectText(writers, value) : undefined;
    };
  }

  #abstract(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Write {
    const known = new Map<string, Write>();
    const { apiSchema } = this.#variant;
    return (value) => {
      const name = isFields(value) ? value['__typename'] : undefined;
      if (typeof name !== 'string') return undefined;
      let write = known.get(name);
      if (!write) {
        const runtime = apiSchema.getType(name);
        const stands =
          isObjectType(runtime) && isAbstractType(type) && apiSchema.isSubType(type, runtime);
        if (!stands) return undefined;
        known.set(name, (write = this.#object(name, sets)));
      }
      return write(value);
    };
  }
}

function listWriter(item: Write): Write {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    let text = '[';
    for (let index = 0; index < value.length; index++) {
      const written = item(value[index]);
      if (written === undefined) return undefined;
      text += index > 0 ? `,${written}` : written;
    }
    return `${text}]`;
  };
}
