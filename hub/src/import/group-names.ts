import { fold } from '@manabi/kit/text/fold';
import type { EntityManager } from '@mikro-orm/postgresql';

/** The groups of the register by id, by the number under which a list names them, and by name where one alone has it. */
export class GroupNames {
  private constructor(private readonly idOf: ReadonlyMap<string, string | null>) {}

  /** Reads them. */
  static async open(em: EntityManager): Promise<GroupNames> {
    const rows = await em.execute<{ id: string; name: string; source_key: string | null }[]>(
      `select id, name ->> 'ja' as name, source_key from learning_group where withdrawn_at is null`,
    );
    const idOf = new Map<string, string | null>();
    for (const { id, name, source_key: source } of rows)
      for (const word of [id, fold(name), source?.split('#').at(-1)])
        // Of two groups that are called alike neither is meant.
        if (word) idOf.set(word, idOf.has(word) && idOf.get(word) !== id ? null : id);
    return new GroupNames(idOf);
  }

  /** The group that a list means, if it means just one. */
  named(word: string): string | undefined {
    return this.idOf.get(word.trim()) ?? this.idOf.get(fold(word)) ?? undefined;
  }
}
