import { fold } from '@manabi/kit/text/fold';
import type { EntityManager } from '@mikro-orm/postgresql';

/** An entry of a register with every word in which a file may name it: its names, its number in its own list. */
export interface NamedEntry {
  readonly id: string;
  readonly words: readonly (string | null)[];
}

/**
 * The entries of a register by the words in which files name them, whatever their width and kana. An id means its own
 * entry; of two entries that are called alike neither is meant.
 */
export class NamedEntries<Entry extends NamedEntry = NamedEntry> {
  readonly #meant = new Map<string, Entry | null>();

  constructor(entries: readonly Entry[]) {
    for (const entry of entries)
      for (const word of entry.words)
        if (word) {
          const other = this.#meant.get(fold(word));
          this.#meant.set(fold(word), other === undefined || other?.id === entry.id ? entry : null);
        }
    for (const entry of entries) this.#meant.set(fold(entry.id), entry);
  }

  /** Reads them by SQL that gives `id` and `words` of each. */
  static async open<Entry extends NamedEntry>(
    em: EntityManager,
    sql: string,
  ): Promise<NamedEntries<Entry>> {
    return new NamedEntries(await em.execute<Entry[]>(sql));
  }

  /** The one entry that a word means. */
  named(word: string | undefined): Entry | undefined {
    return (word && this.#meant.get(fold(word))) || undefined;
  }

  /** Its id. */
  idOf(word: string | undefined): string | null {
    return this.named(word)?.id ?? null;
  }
}
