import type { GraphQLObjectType, GraphQLOutputType } from 'graphql';
import { anyLeaf, leafReaderOf, objectLeaf, type ReadLeaf } from './leaf-reader.js';
import { childReaderOf, ObjectReader, type Member } from './object-reader.js';
import type { Ordered } from './ordered-selection.js';
import { Unsuited } from './unsuited.js';

/** A field that a client wants of an object. */
export interface Wanted {
  /** Its key in the client's answer. */
  readonly key: string;
  /** Its key in the answers of subgraphs. */
  readonly dataKey: string;
  /** Undefined for `__typename`, which is known. */
  readonly type: GraphQLOutputType | undefined;
  /** Where its objects stand, if it has any. */
  readonly below: Place | undefined;
  /** The fetch that gives it. */
  supply: Supply | undefined;
}

/** One place of a client's answer at which objects of one type stand. */
export class Place {
  /** The fetch in whose answer the objects stand; none for the root. */
  origin: Supply | undefined;
  /** The fetches that tell more of these objects. */
  readonly additions: Supply[] = [];

  constructor(
    readonly number: number,
    readonly type: GraphQLObjectType,
    /** What the client wants of them, in its order. */
    readonly wanted: readonly Wanted[],
  ) {}
}

/** Where in a piece a field of the client stands. */
export interface Given {
  readonly kind: 'text' | 'child';
  readonly number: number;
  /** True when it stands in the text of the field before it. */
  readonly isContinued: boolean;
}

interface Compiled {
  readonly reader: ObjectReader;
  readonly given: ReadonlyMap<string, Given>;
  /** The keys of the values that are sent along, in the order of a piece. */
  readonly values: readonly string[];
}

/** What one fetch tells of the objects at a place; at several places only where it tells nothing but leaves. */
export class Supply {
  /** Keys whose values are sent along when others are asked. */
  readonly sent = new Set<string>();
  #known: Compiled | undefined;

  constructor(
    readonly places: readonly Place[],
    readonly ordered: Ordered,
    readonly isOrigin: boolean,
  ) {}

  /** How its objects are read; compiled once it is known what they are read for. */
  get compiled(): Compiled {
    this.#known ??= new Compiling(this).compiled();
    return this.#known;
  }

  /** The field that a client wants under a key and this fetch gives. */
  wanted(key: string): Wanted | undefined {
    for (const { wanted } of this.places) {
      const field = wanted.find((each) => each.dataKey === key && each.supply === this);
      if (field) return field;
    }
    return undefined;
  }
}

class Compiling {
  readonly #members: Member[] = [];
  readonly #given = new Map<string, Given>();
  readonly #values: string[] = [];
  readonly #counts = { text: 0, child: 0 };
  readonly #place: Place;
  #literal = '';
  #isBegun = false;
  /** The field whose text the next one may continue. */
  #before: Wanted | undefined;

  constructor(private readonly supply: Supply) {
    const [place] = supply.places;
    if (!place) throw new Unsuited();
    this.#place = place;
  }

  compiled(): Compiled {
    const { ordered, isOrigin } = this.supply;
    for (const key of ordered.keys.keys()) this.#add(key);
    const place = isOrigin ? this.#place.number : undefined;
    const reader = new ObjectReader(this.#members, `${this.#literal}}`, place);
    return { reader, given: this.#given, values: this.#values };
  }

  #add(key: string): void {
    this.#literal += `${this.#isBegun ? ',' : '{'}${JSON.stringify(key)}:`;
    this.#isBegun = true;
    if (key === '__typename') {
      this.#literal += JSON.stringify(this.#place.type.name);
      this.#before = undefined;
      return;
    }
    const field = this.supply.wanted(key);
    const isValue = this.supply.sent.has(key);
    if (isValue) this.#values.push(key);
    this.#members.push({
      literal: this.#literal,
      ...this.#read(key, field),
      isValue,
    });
    this.#literal = '';
  }

  #read(key: string, field: Wanted | undefined): Omit<Member, 'literal' | 'isValue'> {
    if (!field?.below) return this.#leaf(key, field);
    const whole = passedOn(field.below);
    return whole ? this.#leaf(key, field, whole) : this.#child(key, field);
  }

  #child(key: string, { type, below }: Wanted): Omit<Member, 'literal' | 'isValue'> {
    const origin = below?.origin;
    if (!type || !origin) throw new Unsuited();
    this.#before = undefined;
    this.#given.set(key, { kind: 'child', number: this.#counts.child++, isContinued: false });
    const child = childReaderOf(type, (reading) => origin.compiled.reader.read(reading));
    return { child, beginsText: false, endsText: false };
  }

  #leaf(
    key: string,
    field: Wanted | undefined,
    object?: ReadLeaf,
  ): Omit<Member, 'literal' | 'isValue'> {
    const before = this.#before;
    this.#before = field;
    if (!field?.type) return { leaf: anyLeaf, beginsText: false, endsText: false };
    const last = this.#members.at(-1);
    const isContinued = last !== undefined && this.#follows(before, field);
    if (isContinued) last.endsText = false;
    else this.#counts.text += 1;
    this.#given.set(key, { kind: 'text', number: this.#counts.text - 1, isContinued });
    return { leaf: leafReaderOf(field.type, object), beginsText: !isContinued, endsText: true };
  }

  /** True when a field follows another in the client's answer as it does in that of the fetch. */
  #follows(before: Wanted | undefined, field: Wanted): boolean {
    if (!before || this.supply.places.length > 1 || field.key !== field.dataKey) return false;
    const { wanted } = this.#place;
    return wanted.indexOf(field) === wanted.indexOf(before) + 1;
  }
}

/** Reads the objects at a place where their text is what the client is told, and nobody else tells or asks of them. */
function passedOn({ origin, additions, wanted, type }: Place): ReadLeaf | undefined {
  if (!origin || additions.length > 0 || origin.sent.size > 0) return undefined;
  const told = [...origin.ordered.keys.keys()];
  if (told.length !== wanted.length) return undefined;
  const members: { literal: string; leaf: ReadLeaf }[] = [];
  let literal = '{';
  for (const [index, field] of wanted.entries()) {
    if (field.key !== told[index]) return undefined;
    literal += `${index > 0 ? ',' : ''}${JSON.stringify(field.key)}:`;
    if (field.type) {
      const below = field.below && passedOn(field.below);
      const isWhole = field.supply === origin && field.dataKey === field.key;
      if (!isWhole || Boolean(below) !== Boolean(field.below)) return undefined;
      members.push({ literal, leaf: leafReaderOf(field.type, below) });
      literal = '';
    } else literal += JSON.stringify(type.name);
  }
  return objectLeaf(members, `${literal}}`);
}
