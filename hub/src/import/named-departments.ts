import { fold } from '@manabi/kit/text/fold';
import type { EntityManager } from '@mikro-orm/postgresql';

import { type Offering, isOffering } from './route.rules.js';

/** A department of the register, and the service that keeps what it offers. */
export interface NamedDepartment {
  readonly code: string;
  readonly service: Offering;
}

/** The departments of the register by their names: who names one as the contact of an event says whose it is. */
export class NamedDepartments {
  private constructor(private readonly byName: ReadonlyMap<string, NamedDepartment>) {}

  /** Reads them. */
  static async open(em: EntityManager): Promise<NamedDepartments> {
    const rows = await em.execute<{ code: string; name: string; service: string | null }[]>(
      `select code, name ->> 'ja' as name, service from department`,
    );
    const named = rows.map(({ code, name, service }) => {
      const keeper = isOffering(service) ? service : 'center';
      return [fold(name), { code, service: keeper }] as const;
    });
    return new NamedDepartments(new Map(named));
  }

  /** The department of exactly this name. */
  named(name: string | undefined): NamedDepartment | undefined {
    return name === undefined ? undefined : this.byName.get(fold(name));
  }
}
