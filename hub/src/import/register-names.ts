import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import type { EntityManager } from '@mikro-orm/postgresql';

import { FacilityNames } from './facility-names.js';
import type { NamedEntries } from './named-entries.js';
import { openRegister } from './registers.js';

/** The registers of the centre, by the words in which files name their entries. */
export class RegisterNames {
  private constructor(
    private readonly ndcs: ReadonlySet<string>,
    private readonly of: Readonly<Record<'district' | 'department' | 'block', NamedEntries>>,
    private readonly facilities: FacilityNames,
  ) {}

  /** Reads them. */
  static async open(em: EntityManager): Promise<RegisterNames> {
    const subjects = await em.execute<{ code: string }[]>(
      `select code from subject where scheme = 'NDC'`,
    );
    return new RegisterNames(
      new Set(subjects.map(({ code }) => code)),
      {
        district: await openRegister(em, 'district'),
        department: await openRegister(em, 'department'),
        block: await openRegister(em, 'block'),
      },
      await FacilityNames.open(em),
    );
  }

  /** Each number of the classification, or the longest above it that the register has. */
  subjects(ndcs: readonly string[]): SubjectKey[] {
    const found = new Set(ndcs.flatMap((ndc) => this.#subject(ndc.replace('.', '')) ?? []));
    return [...found].map((code) => ({ scheme: 'NDC', code }));
  }

  /** The code of a school district by its name or code. */
  district(name: string | undefined): string | null {
    return this.of.district.idOf(name);
  }

  /** The code of a department by its name or code. */
  department(name: string | undefined): string | null {
    return this.of.department.idOf(name);
  }

  /** The code of a town block by its name or code. */
  block(name: string): string | null {
    return this.of.block.idOf(name);
  }

  /** The code of the facility that the words certainly mean, or that they are. */
  facility(name: string | undefined): string | null {
    return this.facilities.named(name)?.id ?? null;
  }

  #subject(digits: string): string | undefined {
    for (let length = digits.length; length > 0; length -= 1) {
      const code = digits.slice(0, length);
      if (this.ndcs.has(code)) return code;
    }
    return undefined;
  }
}
