import type { Variant } from '../../operation/variant.js';
import type { EntityGroup, PathSegment, PlanStep } from '../../plan/planner.js';
import type { SupergraphTypes } from '../../supergraph/supergraph-types.js';
import { identified } from '../entity-identity.js';
import { membersOf } from '../representation.js';
import { AnswerReader } from './answer-reader.js';
import { readList } from './leaf-reader.js';
import { orderedSelection, type Ordered } from './ordered-selection.js';
import type { Piece } from './piece.js';
import { PieceWriter } from './piece-writer.js';
import { placesOf } from './places.js';
import type { Reading } from './reading.js';
import { Supply, type Place } from './supply.js';
import { Target, type Source } from './target.js';
import { Unsuited } from './unsuited.js';

/** How the answer of one fetch of root fields is read. */
export interface VerbatimRoot {
  readonly reader: AnswerReader<Piece>;
  /** Its number among those that add to the root. */
  readonly number: number;
}

/** One group of a fetch of entities. */
export interface VerbatimGroup {
  readonly variable: string;
  /** What stands before the values of a representation, value by value. */
  readonly literals: readonly string[];
  readonly targets: readonly Target[];
}

/** How entities are asked for and read; the lists are those of the groups, in their order. */
export interface VerbatimEntities {
  readonly reader: AnswerReader<readonly (readonly Piece[])[]>;
  readonly groups: readonly VerbatimGroup[];
}

/** A plan whose answers need not be parsed as long as they are of the usual form. */
export interface VerbatimPlan {
  readonly roots: ReadonlyMap<PlanStep, VerbatimRoot>;
  readonly entities: ReadonlyMap<PlanStep, VerbatimEntities>;
  readonly writer: PieceWriter;
}

/**
 * Compiles how a plan's answers are read and passed on as text: what clients are told is cut from what subgraphs
 * tell. Undefined where types met on the way, conditions or changes of names would decide what is told.
 */
export function verbatimPlanOf(plan: PlanStep, variant: Variant): VerbatimPlan | undefined {
  try {
    return new Compiling(variant).compiled(plan);
  } catch (error) {
    if (error instanceof Unsuited) return undefined;
    throw error;
  }
}

class Compiling {
  readonly #types: SupergraphTypes;
  readonly #root: Place;
  readonly #tellers = new Map<Place, Map<string, Supply>>();
  readonly #roots = new Map<PlanStep, () => VerbatimRoot>();
  readonly #entities = new Map<PlanStep, () => VerbatimEntities>();

  constructor(variant: Variant) {
    this.#types = variant.types;
    this.#root = placesOf(variant);
  }

  compiled(plan: PlanStep): VerbatimPlan {
    this.#step(plan);
    const writer = new PieceWriter(this.#root);
    return { roots: made(this.#roots), entities: made(this.#entities), writer };
  }

  #step(step: PlanStep): void {
    if (step.kind === 'root') return this.#rootStep(step);
    if (step.kind === 'entities') return this.#entityStep(step);
    if (step.kind !== 'sequence' && step.kind !== 'parallel') throw new Unsuited();
    for (const inner of step.steps) this.#step(inner);
  }

  #rootStep(step: Extract<PlanStep, { kind: 'root' }>): void {
    const { operation, at, rewrites } = step;
    const isPlain = operation.kind === 'query' && at.length === 0 && rewrites.length === 0;
    const ordered = isPlain ? orderedSelection(operation.text) : undefined;
    if (!ordered) throw new Unsuited();
    const supply = new Supply([this.#root], ordered, false);
    const number = this.#root.additions.push(supply) - 1;
    if (this.#attach(supply).size > 0) throw new Unsuited();
    this.#roots.set(step, () => {
      const { reader } = supply.compiled;
      return { reader: new AnswerReader((reading) => reader.read(reading)), number };
    });
  }

  #entityStep(step: Extract<PlanStep, { kind: 'entities' }>): void {
    const { operation, groups } = step;
    const ordered = orderedSelection(identified(operation, groups, this.#types).text);
    if (!ordered || ordered.keys.size !== groups.length) throw new Unsuited();
    const known = groups.map((group) => this.#group(group, ordered.keys.get(group.alias)));
    const lists = [...ordered.keys.keys()].map((alias) => {
      const index = groups.findIndex((group) => group.alias === alias);
      const supply = known[index]?.supply;
      if (!supply) throw new Unsuited();
      return { alias, index, supply };
    });
    this.#entities.set(step, () => ({
      reader: new AnswerReader(listsReaderOf(lists)),
      groups: known.map(({ compiled }) => compiled()),
    }));
  }

  #group(
    group: EntityGroup,
    ordered: Ordered | undefined,
  ): { supply: Supply; compiled: () => VerbatimGroup } {
    const isPlain = group.inputRewrites.length === 0 && group.outputRewrites.length === 0;
    if (!ordered || !isPlain) throw new Unsuited();
    const places = [...new Set(group.paths.map((path) => this.#placeAt(path)))];
    const [name, ...others] = new Set(places.map(({ type }) => type.name));
    if (name === undefined || others.length > 0) throw new Unsuited();
    const members = this.#sentMembers(group, name);
    const sources = places.map((place) => members.map(({ read }) => this.#source(place, read)));
    const supply = new Supply(places, ordered, false);
    const checked = this.#attach(supply);
    const targets = places.map((place, index) => {
      const number = place.additions.push(supply) - 1;
      const checks = [...(checked.get(place) ?? [])].map(([key, source]) => ({ key, source }));
      return new Target(place.number, { number, supply }, { sent: sources[index] ?? [], checks });
    });
    const literals = members.map(({ write }, index) => {
      const head = index === 0 ? `{"__typename":${JSON.stringify(name)}` : '';
      return `${head},${JSON.stringify(write)}:`;
    });
    return { supply, compiled: () => ({ variable: group.variable, literals, targets }) };
  }

  /** What represents an entity, apart from the name of its type. */
  #sentMembers({ requires }: EntityGroup, name: string): { read: string; write: string }[] {
    const parts = requires
      .map((selection) => membersOf([selection], name, this.#types))
      .map((members) => members.filter(({ write }) => write !== '__typename'))
      .filter((members) => members.length > 0);
    const [members, ...others] = parts;
    const isPlain = members?.every(({ selections }) => selections === undefined) ?? false;
    if (!members || others.length > 0 || !isPlain) throw new Unsuited();
    return members;
  }

  #placeAt(path: readonly PathSegment[]): Place {
    let place = this.#root;
    for (const segment of path) {
      if (segment === 'each') continue;
      if ('types' in segment) {
        if (!this.#types.satisfyingAny(segment.types).has(place.type.name)) throw new Unsuited();
        continue;
      }
      const below = place.wanted.find(({ dataKey }) => dataKey === segment.field)?.below;
      if (!below) throw new Unsuited();
      place = below;
    }
    // Without the name of its type nothing speaks for an object.
    if (!place.origin?.ordered.keys.has('__typename')) throw new Unsuited();
    return place;
  }

  /** Where a value that is sent along comes from; from now on it is taken out of what is read. */
  #source(place: Place, key: string): Source {
    const teller = this.#tellers.get(place)?.get(key);
    if (!teller) throw new Unsuited();
    teller.sent.add(key);
    return { addition: teller.isOrigin ? undefined : place.additions.indexOf(teller), teller, key };
  }

  /** Puts what a fetch tells at its places; gives back what was told there before and has to be the same. */
  #attach(supply: Supply): ReadonlyMap<Place, ReadonlyMap<string, Source>> {
    const checked = new Map<Place, Map<string, Source>>();
    for (const place of supply.places) {
      this.#refuseOtherTypes(supply.ordered, place.type.name);
      let tellers = this.#tellers.get(place);
      if (!tellers) this.#tellers.set(place, (tellers = new Map()));
      for (const [key, below] of supply.ordered.keys) {
        if (key === '__typename') continue;
        if (tellers.has(key)) {
          if (below) throw new Unsuited();
          supply.sent.add(key);
          const known = checked.get(place) ?? new Map<string, Source>();
          checked.set(place, known.set(key, this.#source(place, key)));
          continue;
        }
        tellers.set(key, supply);
        this.#give(place, { key, below, supply });
      }
    }
    return checked;
  }

  #give(
    place: Place,
    { key, below, supply }: { key: string; below: Ordered | undefined; supply: Supply },
  ): void {
    const field = place.wanted.find(({ dataKey, type }) => dataKey === key && type);
    if ((below ?? field?.below) === undefined) {
      if (field) field.supply = supply;
      return;
    }
    if (!below || !field?.below || supply.places.length > 1) throw new Unsuited();
    field.supply = supply;
    field.below.origin = new Supply([field.below], below, true);
    if (this.#attach(field.below.origin).size > 0) throw new Unsuited();
  }

  #refuseOtherTypes({ conditions }: Ordered, name: string): void {
    for (const condition of conditions) {
      if (!this.#types.satisfying(condition).has(name)) throw new Unsuited();
    }
  }
}

function made<Key, Value>(all: ReadonlyMap<Key, () => Value>): ReadonlyMap<Key, Value> {
  return new Map([...all].map(([key, make]) => [key, make()]));
}

/** Reads the lists of an answer, each in the place of its group. */
function listsReaderOf(
  lists: readonly { alias: string; index: number; supply: Supply }[],
): (reading: Reading) => readonly (readonly Piece[])[] {
  const readers = lists.map(({ alias, index, supply }, order) => ({
    literal: `${order === 0 ? '{' : ','}${JSON.stringify(alias)}:`,
    index,
    object: supply.compiled.reader,
  }));
  return (reading) => {
    const all: Piece[][] = [];
    for (const { literal, index, object } of readers) {
      reading.expect(literal);
      all[index] = readList(reading, (item) => object.read(item));
    }
    reading.expect('}');
    return all;
  };
}
