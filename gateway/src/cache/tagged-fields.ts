import { Kind, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { publicTag } from '../composition/public-fields.js';
import { argument, directiveName, linksOf, text } from '../supergraph/links.js';

/** The tag of a field whose answer is never kept, public or not: it tells of the very moment. */
export const neverKeptTag = 'uncached';

/**
 * What the tags of a supergraph say of its fields. Where every field that clients may ask is public, so are
 * those that only departments may ask of each other to answer them.
 */
export class TaggedFields {
  readonly #tags = new Map<string, ReadonlySet<string>>();
  readonly #isPublicGraph: boolean;

  constructor(supergraph: DocumentNode) {
    const names = directiveNames(supergraph);
    let isPublicGraph = true;
    for (const node of supergraph.definitions) {
      const isFielded =
        node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
      if (!isFielded) continue;
      const isTypeHidden = uses(node.directives, names.inaccessible).length > 0;
      for (const field of node.fields ?? []) {
        const tags = tagsOf(field.directives, names.tag);
        this.#tags.set(placeOf(node.name.value, field.name.value), tags);
        const isHidden = isTypeHidden || uses(field.directives, names.inaccessible).length > 0;
        isPublicGraph &&= isHidden || tags.has(publicTag);
      }
    }
    this.#isPublicGraph = isPublicGraph;
  }

  /** True for a field that everybody may see. */
  isPublic(type: string, field: string): boolean {
    const tags = this.#tags.get(placeOf(type, field));
    return tags !== undefined && (this.#isPublicGraph || tags.has(publicTag));
  }

  /** True for a field that is asked anew each time. */
  isNeverKept(type: string, field: string): boolean {
    return this.has(type, field, neverKeptTag);
  }

  /** True for a field with this tag. */
  has(type: string, field: string, tag: string): boolean {
    return this.#tags.get(placeOf(type, field))?.has(tag) ?? false;
  }
}

function placeOf(type: string, field: string): string {
  return `${type}.${field}`;
}

function tagsOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
): ReadonlySet<string> {
  return new Set(uses(directives, name).map((use) => text(argument(use, 'name')) ?? ''));
}

function uses(
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
): readonly ConstDirectiveNode[] {
  return (directives ?? []).filter((directive) => directive.name.value === name);
}

function directiveNames(supergraph: DocumentNode): { tag: string; inaccessible: string } {
  const nameOf = (directive: string): string => {
    const specification = `https://specs.apollo.dev/${directive}`;
    const link = linksOf(supergraph).find((each) => each.specification === specification);
    return link ? directiveName(link, directive) : directive;
  };
  return { tag: nameOf('tag'), inaccessible: nameOf('inaccessible') };
}
