import {
  type ConstDirectiveNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type StringValueNode,
  type TypeDefinitionNode,
  type TypeNode,
  isTypeDefinitionNode,
  parse,
  print,
} from 'graphql';

import { Owners } from './owners.js';

/** A word of the graph in two languages. */
export interface Word {
  /** As it is written in a question. */
  readonly name: string;
  /** The Japanese term; empty where the description gives none. */
  readonly ja: string;
  readonly en: string;
  /** Services that answer for it. */
  readonly owners: readonly string[];
}

/** A field, an argument or an enum value. */
export interface FieldWord extends Word {
  /** Its type as written (`[Course!]`), and the name inside; nothing for enum values. */
  readonly type?: { readonly text: string; readonly name: string };
  readonly arguments: readonly FieldWord[];
}

/** A type with what belongs to it. */
export interface TypeWord extends Word {
  readonly kind: 'object' | 'interface' | 'input' | 'enum' | 'union' | 'scalar';
  readonly fields: readonly FieldWord[];
  /** Types of a union, or interfaces of an object. */
  readonly related: readonly string[];
}

const kinds: Readonly<Record<TypeDefinitionNode['kind'], TypeWord['kind']>> = {
  [Kind.OBJECT_TYPE_DEFINITION]: 'object',
  [Kind.INTERFACE_TYPE_DEFINITION]: 'interface',
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: 'input',
  [Kind.ENUM_TYPE_DEFINITION]: 'enum',
  [Kind.UNION_TYPE_DEFINITION]: 'union',
  [Kind.SCALAR_TYPE_DEFINITION]: 'scalar',
};

/** Reads every word that clients of a composed graph may use, the roots first, then by name. */
export function graphWords(sdl: string): TypeWord[] {
  const graph = parse(sdl, { noLocation: true });
  const owners = new Owners(graph);
  return graph.definitions
    .filter(isTypeDefinitionNode)
    .filter((node) => isShown(node) && !/^(join|link|federation)__/.test(node.name.value))
    .map((node) => typeWord(node, owners))
    .toSorted((one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : 1));
}

/** The Japanese terms of the types of a graph, by name; types without one are left out. */
export function typeTerms(sdl: string): Record<string, string> {
  return Object.fromEntries(
    parse(sdl, { noLocation: true })
      .definitions.filter(isTypeDefinitionNode)
      .map(({ name, description }) => [name.value, termsIn(description).ja] as const)
      .filter(([, ja]) => ja !== ''),
  );
}

const roots = ['Query', 'Mutation', 'Subscription'];

const rank = ({ name }: TypeWord): number => {
  const place = roots.indexOf(name);
  return place < 0 ? roots.length : place;
};

const isShown = ({ directives }: { directives?: readonly ConstDirectiveNode[] }): boolean =>
  !(directives ?? []).some(({ name }) => name.value === 'inaccessible');

function typeWord(node: TypeDefinitionNode, owners: Owners): TypeWord {
  const name = node.name.value;
  const related = 'types' in node ? node.types : 'interfaces' in node ? node.interfaces : [];
  return {
    name,
    ...termsIn(node.description),
    owners: owners.of(name),
    kind: kinds[node.kind],
    fields: fieldsOf(node, owners),
    related: (related ?? []).map(({ name: other }) => other.value),
  };
}

function fieldsOf(node: TypeDefinitionNode, owners: Owners): FieldWord[] {
  if ('values' in node) {
    return (node.values ?? []).filter(isShown).map(valueWord);
  }
  if (!('fields' in node)) return [];
  const fields: readonly (FieldDefinitionNode | InputValueDefinitionNode)[] = node.fields ?? [];
  return fields
    .filter(isShown)
    .map((field) => fieldWord(field, owners.of(node.name.value, field.name.value)));
}

function valueWord({ name, description }: EnumValueDefinitionNode): FieldWord {
  return { name: name.value, ...termsIn(description), owners: [], arguments: [] };
}

function fieldWord(
  field: FieldDefinitionNode | InputValueDefinitionNode,
  owners: readonly string[],
): FieldWord {
  const { name, description, type } = field;
  const given = 'arguments' in field ? (field.arguments ?? []) : [];
  return {
    name: name.value,
    ...termsIn(description),
    owners,
    type: { text: print(type), name: innerName(type) },
    arguments: given.filter(isShown).map((argument) => fieldWord(argument, [])),
  };
}

const innerName = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : innerName(type.type);

const termsIn = (description: StringValueNode | undefined): Pick<Word, 'ja' | 'en'> =>
  termsOf(description?.value ?? '');

/** Takes the Japanese term out of a description: what stands in its last brackets, if that is Japanese. */
export function termsOf(description: string): Pick<Word, 'ja' | 'en'> {
  const text = description.replaceAll(/\s+/g, ' ').trim();
  const [whole = '', term = ''] = [...text.matchAll(/ ?[(（]([^()（）]*)[)）]/g)].at(-1) ?? [];
  if (!/[\u3040-\u30ff\u4e00-\u9fff]/.test(term)) return { ja: '', en: text };
  const at = text.lastIndexOf(whole);
  return { ja: term, en: text.slice(0, at) + text.slice(at + whole.length) };
}
