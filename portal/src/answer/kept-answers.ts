import type { Told } from './told.js';

/** Milliseconds after which an answer is made anew although nothing changed: some of it depends on the clock. */
const keptFor = 60_000;

/** Characters of all answers kept together. */
const mostCharacters = 16_000_000;

interface Kept {
  readonly told: Promise<Told>;
  readonly madeAt: number;
  characters: number;
}

/**
 * Answers that many ask for: each is made once for all who ask until the data change, or a minute has passed. What is
 * told piece by piece is made for each who asks, and a refusal is not kept.
 */
export class KeptAnswers {
  readonly #kept = new Map<string, Kept>();
  #characters = 0;

  /** Gives the answer under this name, made now unless there is one. */
  get(name: string, make: () => Promise<Told>): Promise<Told> {
    const known = this.#kept.get(name);
    if (known && Date.now() - known.madeAt < keptFor) return known.told;
    this.#drop(name);
    const kept: Kept = { told: make(), madeAt: Date.now(), characters: 0 };
    this.#kept.set(name, kept);
    kept.told.then(
      (told) => this.#keep(name, kept, told),
      () => this.#dropOnly(name, kept),
    );
    return kept.told;
  }

  /** Forgets all, for the data have changed. */
  forget(): void {
    this.#kept.clear();
    this.#characters = 0;
  }

  #keep(name: string, kept: Kept, { body, isPartial }: Told): void {
    if (this.#kept.get(name) !== kept) return;
    if (typeof body !== 'string' || isPartial || body.length > mostCharacters / 4) {
      this.#drop(name);
      return;
    }
    kept.characters = body.length;
    this.#characters += body.length;
    // A map gives the oldest first.
    for (const oldest of this.#kept.keys()) {
      if (this.#characters <= mostCharacters) break;
      this.#drop(oldest);
    }
  }

  #dropOnly(name: string, kept: Kept): void {
    if (this.#kept.get(name) === kept) this.#drop(name);
  }

  #drop(name: string): void {
    this.#characters -= this.#kept.get(name)?.characters ?? 0;
    this.#kept.delete(name);
  }
}
