import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  buildASTSchema,
  parse,
} from 'graphql';

import { answerTerms } from './answer-terms.js';
import type { ReadyDocument } from './ready-document.js';
import { variableFields } from './variable-fields.js';

/** Documents that belong to one page and make no sense to who did not write it. */
const ofPages = /^(search-page$|portal-)/;

/** Reads the questions of `schema/document` that analysts may ask: queries only, and none that only residents ask. */
export function readyDocuments(schemaFolder: string): ReadyDocument[] {
  const sdl = readFileSync(join(schemaFolder, 'supergraph.graphql'), 'utf8');
  const schema = buildASTSchema(parse(sdl, { noLocation: true }), {
    assumeValid: true,
    assumeValidSDL: true,
  });
  const folder = join(schemaFolder, 'document');
  return globSync('{*,department/*}.graphql', { cwd: folder })
    .map((file) => file.slice(0, -'.graphql'.length).replaceAll('\\', '/'))
    .filter((name) => !ofPages.test(name))
    .toSorted(inOrder)
    .flatMap((name) => readyDocument(join(folder, name), name, schema) ?? []);
}

function readyDocument(
  path: string,
  name: string,
  schema: GraphQLSchema,
): ReadyDocument | undefined {
  const text = readFileSync(`${path}.graphql`, 'utf8');
  const document = parse(text, { noLocation: true });
  const asker = headOf(text, 'for');
  if (!isQuery(document) || asker?.startsWith('resident')) return undefined;
  return {
    name,
    title: { ja: titleIn(text, 'ja') ?? name, en: titleIn(text, 'en') ?? name },
    ...(asker && { asker }),
    text,
    variables: variablesAt(`${path}.variables.json`),
    fields: variableFields(document, schema),
    terms: answerTerms(document, schema),
  };
}

const isQuery = ({ definitions }: DocumentNode): boolean =>
  definitions.every(
    (definition) =>
      definition.kind !== Kind.OPERATION_DEFINITION ||
      definition.operation === OperationTypeNode.QUERY,
  );

function headOf(text: string, head: string): string | undefined {
  return new RegExp(`^# ${head}: (.+)$`, 'm').exec(text)?.[1];
}

/** What a document says of itself, without the number by which only its makers know it and how it is read. */
const titleIn = (text: string, language: 'ja' | 'en'): string | undefined =>
  headOf(text, language)?.replace(
    /（(?:P\d+|質問\d+|[^（）]*頁ごとに読む)）$| \((?:P\d+|question \d+)\)$|, read page by page$/u,
    '',
  );

function variablesAt(file: string): Readonly<Record<string, unknown>> {
  // The file holds a document's variables, which is an object.
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>)
    : {};
}

const inOrder = (one: string, other: string): number =>
  one.localeCompare(other, 'en', { numeric: true });
