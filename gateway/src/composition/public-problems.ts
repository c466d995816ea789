import { Kind, type FieldDefinitionNode, type InputValueDefinitionNode } from 'graphql';
import type { PublicFields } from './public-fields.js';
import { publicTag } from './public-fields.js';
import { namedType, type SubgraphIndex } from './subgraph-index.js';

/** Why the fields tagged public do not make a graph, one sentence each with subgraph and coordinate. */
export function publicProblems(fields: PublicFields): string[] {
  return fields.indexes.flatMap((index) =>
    [...index.fielded.keys()].flatMap((type) =>
      index
        .fields(type)
        .filter((field) => fields.keeps(index, type, field.name.value))
        .flatMap((field) => problemsOfField(fields, index, { type, field })),
    ),
  );
}

function problemsOfField(
  fields: PublicFields,
  index: SubgraphIndex,
  at: { type: string; field: FieldDefinitionNode },
): string[] {
  const coordinate = `${at.type}.${at.field.name.value}`;
  const returned = namedType(at.field.type);
  const problems: string[] = [];
  const isComposite = index.fielded.has(returned) || index.unions.has(returned);
  if (isComposite && !fields.keepsType(index, returned)) {
    problems.push(
      `[${index.name}] ${coordinate} is public but nothing of ${returned} is; tag fields of ${returned} public, or this field not.`,
    );
  }
  for (const face of index.interfaces(at.type)) {
    const asked = `${face}.${at.field.name.value}`;
    if (fields.tagged.has(asked) && !fields.tagged.has(coordinate)) {
      problems.push(
        `[${index.name}] ${asked} is public but ${coordinate} is not; tag ${coordinate} public too.`,
      );
    }
  }
  for (const argument of at.field.arguments ?? []) {
    if (!isWithheld(index, argument) || !isRequired(argument)) continue;
    problems.push(
      `[${index.name}] ${coordinate}(${argument.name.value}:) is required but not public; tag it public or give it a default.`,
    );
  }
  return problems;
}

/** True for an argument, input field or enum value that is tagged, but not public: it stays inside. */
export function isWithheld(
  index: SubgraphIndex,
  node: Parameters<SubgraphIndex['tags']>[0],
): boolean {
  const tags = index.tags(node);
  return tags.length > 0 && !tags.includes(publicTag);
}

function isRequired(node: InputValueDefinitionNode): boolean {
  return node.type.kind === Kind.NON_NULL_TYPE && node.defaultValue === undefined;
}
