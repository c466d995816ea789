import { listedAddress } from '@manabi/center/facility/listed-address.rules';
import type { Location } from '@manabi/kit/import/dataset/record';
import { fold } from '@manabi/kit/text/fold';
import type { EntityManager } from '@mikro-orm/postgresql';

/** The town blocks of the register, by which addresses of files are taken apart. */
export class TownBlocks {
  private constructor(
    /** Their names as the register writes them. */
    readonly names: readonly string[],
    private readonly codes: ReadonlyMap<string, string>,
  ) {}

  /** Reads them. */
  static async open(em: EntityManager): Promise<TownBlocks> {
    const rows = await em.execute<{ name: string; code: string }[]>(
      `select name ->> 'ja' as name, code from area`,
    );
    const names = rows.map(({ name }) => name);
    return new TownBlocks(names, new Map(rows.map(({ name, code }) => [fold(name), code])));
  }

  /** The code of the block in which a place lies, if its address names one. */
  codeOf(location: Location): string | null {
    const { block } = listedAddress(location, this.names);
    return block === null ? null : (this.codes.get(fold(block)) ?? null);
  }
}
