import type { FieldDefinitionNode } from 'graphql';
import { argument, text } from '../supergraph/links.js';
import { selectedFields } from './selected-fields.js';
import { namedType, type SubgraphIndex } from './subgraph-index.js';

/** The tag that makes a field public. */
export const publicTag = 'public';

/**
 * The fields of every subgraph that a public graph needs: those tagged public, and those without which
 * the public ones could not be joined (keys, required and provided fields, what an interface asks of the
 * types that implement it).
 */
export class PublicFields {
  /** Coordinates tagged public in some subgraph. */
  readonly tagged = new Set<string>();
  readonly #taggedTypes = new Set<string>();
  readonly #kept = new Map<string, Set<string>>();
  readonly #referenced = new Set<string>();
  readonly #required = new Set<string>();
  #grew = false;

  constructor(readonly indexes: readonly SubgraphIndex[]) {
    for (const index of indexes) this.#collectTags(index);
    do {
      this.#grew = false;
      for (const index of indexes) this.#grow(index);
    } while (this.#grew);
  }

  /** True when a subgraph's field is needed in the public graph. */
  keeps(index: SubgraphIndex, type: string, field: string): boolean {
    return this.#kept.get(`${index.name}/${type}`)?.has(field) ?? false;
  }

  /** True when anything of a type with fields, or of a union, is needed of a subgraph. */
  keepsType(index: SubgraphIndex, type: string): boolean {
    if (this.#kept.has(`${index.name}/${type}`)) return true;
    return (
      this.#isReferenced(index, type) &&
      index.members(type).some((member) => this.keepsType(index, member))
    );
  }

  /** True when some subgraph tags a field of a type public. */
  isPublicType(type: string): boolean {
    return this.#taggedTypes.has(type);
  }

  #collectTags(index: SubgraphIndex): void {
    for (const type of index.fielded.keys()) {
      for (const field of index.fields(type)) {
        if (!index.tags(field).includes(publicTag)) continue;
        this.tagged.add(`${type}.${field.name.value}`);
        this.#taggedTypes.add(type);
      }
    }
  }

  #grow(index: SubgraphIndex): void {
    for (const type of index.fielded.keys()) {
      for (const field of index.fields(type)) this.#considerField(index, type, field);
      const isKept = this.#kept.has(`${index.name}/${type}`);
      const isJoined = this.#isReferenced(index, type) && this.#taggedTypes.has(type);
      if (!isKept && !isJoined) continue;
      for (const key of index.keys(type)) this.#keepSelection(index, type, key);
      for (const face of index.interfaces(type)) this.#keepWhatInterfaceAsks(index, type, face);
      if (index.isInterface(type)) this.#referImplementations(index, type);
    }
    for (const union of index.unions.keys()) {
      if (!this.#isReferenced(index, union)) continue;
      for (const member of index.members(union)) this.#refer(index, member);
    }
  }

  #considerField(index: SubgraphIndex, type: string, field: FieldDefinitionNode): void {
    const name = field.name.value;
    const isExternal = index.uses(field, 'external').length > 0;
    const isTagged = index.tags(field).includes(publicTag) && !isExternal;
    if (isTagged || (this.#required.has(`${type}.${name}`) && !isExternal)) {
      this.#keep(index, type, name);
    }
    if (!this.keeps(index, type, name)) return;
    const returned = namedType(field.type);
    this.#refer(index, returned);
    for (const use of index.uses(field, 'provides')) {
      this.#keepSelection(index, returned, text(argument(use, 'fields')) ?? '');
    }
    for (const use of index.uses(field, 'requires')) {
      for (const needed of this.#keepSelection(index, type, text(argument(use, 'fields')) ?? '')) {
        if (!this.#required.has(needed)) this.#grew = true;
        this.#required.add(needed);
      }
    }
  }

  #keepSelection(index: SubgraphIndex, type: string, selection: string): string[] {
    return selectedFields(index, type, selection).map((selected) => {
      this.#keep(index, selected.type, selected.field);
      return `${selected.type}.${selected.field}`;
    });
  }

  #keepWhatInterfaceAsks(index: SubgraphIndex, type: string, face: string): void {
    for (const field of index.fields(face)) {
      if (this.keeps(index, face, field.name.value)) this.#keep(index, type, field.name.value);
    }
  }

  #referImplementations(index: SubgraphIndex, face: string): void {
    for (const type of index.fielded.keys()) {
      if (index.interfaces(type).includes(face)) this.#refer(index, type);
    }
  }

  #keep(index: SubgraphIndex, type: string, field: string): void {
    if (!index.field(type, field) || this.keeps(index, type, field)) return;
    const key = `${index.name}/${type}`;
    this.#kept.set(key, (this.#kept.get(key) ?? new Set()).add(field));
    this.#grew = true;
  }

  #refer(index: SubgraphIndex, type: string): void {
    const key = `${index.name}/${type}`;
    if (!this.#referenced.has(key)) this.#grew = true;
    this.#referenced.add(key);
  }

  #isReferenced(index: SubgraphIndex, type: string): boolean {
    return this.#referenced.has(`${index.name}/${type}`);
  }
}
