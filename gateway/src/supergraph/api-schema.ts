import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import {
  buildASTSchema,
  Kind,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type NamedTypeNode,
} from 'graphql';

/** The schema clients see of a supergraph: nothing of federation, nothing inaccessible. */
export function apiSchemaOf(supergraph: DocumentNode): GraphQLSchema {
  const document = withoutHiddenMembers(transformSupergraphToPublicSchema(supergraph));
  return buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
}

/** Seen with the composer 0.27.0: a hidden type is still named by the unions it is a member of. */
function withoutHiddenMembers(document: DocumentNode): DocumentNode {
  const known = new Set<string>();
  for (const node of document.definitions) {
    if ('name' in node && node.name?.kind === Kind.NAME) known.add(node.name.value);
  }
  const isKnown = ({ name }: NamedTypeNode): boolean => known.has(name.value);
  return visit(document, {
    UnionTypeDefinition: (node) => ({ ...node, types: (node.types ?? []).filter(isKnown) }),
    ObjectTypeDefinition: (node) => ({
      ...node,
      interfaces: (node.interfaces ?? []).filter(isKnown),
    }),
    InterfaceTypeDefinition: (node) => ({
      ...node,
      interfaces: (node.interfaces ?? []).filter(isKnown),
    }),
  });
}
