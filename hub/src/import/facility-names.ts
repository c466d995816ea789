import { fold } from '@manabi/kit/text/fold';
import type { EntityManager } from '@mikro-orm/postgresql';

/** A facility of the register as lists name it. */
export interface NamedFacility {
  readonly code: string;
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
}

interface FacilityRow extends NamedFacility {
  readonly names: readonly string[];
}

/** The facilities of the register by code, name and other names: exactly what a list says, nothing guessed. */
export class FacilityNames {
  private constructor(private readonly byName: ReadonlyMap<string, NamedFacility>) {}

  /** Reads them. */
  static async open(em: EntityManager): Promise<FacilityNames> {
    const rows = await em.execute<FacilityRow[]>(
      `select code, point, array[name ->> 'ja'] || coalesce(aliases, '{}') || array[code] as names
       from facility where withdrawn_at is null order by code desc`,
    );
    return new FacilityNames(
      new Map(
        rows.flatMap(({ code, point, names }) =>
          names.toReversed().map((name) => [fold(name), { code, point }] as const),
        ),
      ),
    );
  }

  /** The facility that is called so. */
  named(name: string): NamedFacility | undefined {
    return this.byName.get(fold(name));
  }
}
