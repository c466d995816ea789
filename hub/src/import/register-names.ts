import {
  type VenueResolver,
  venueResolver,
} from '@manabi/center/facility-identity/facility-identity.repository';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { fold } from '@manabi/kit/text/fold';
import type { EntityManager } from '@mikro-orm/postgresql';

type Codes = ReadonlyMap<string, string>;

/** The registers of the centre, by the words in which files name their entries. */
export class RegisterNames {
  private constructor(
    private readonly ndcs: ReadonlySet<string>,
    private readonly codes: Readonly<Record<'districts' | 'departments' | 'blocks', Codes>>,
    private readonly facilities: { codes: ReadonlySet<string>; resolve: VenueResolver },
  ) {}

  /** Reads them. */
  static async open(em: EntityManager): Promise<RegisterNames> {
    const subjects = await em.execute<{ code: string }[]>(
      `select code from subject where scheme = 'NDC'`,
    );
    const codesIn = async (table: 'school_district' | 'department' | 'area') => {
      const rows = await em.execute<{ code: string; name: string }[]>(
        `select code, name ->> 'ja' as name from ${table}`,
      );
      return new Map(
        rows.flatMap(({ code, name }) => [
          [fold(name), code] as const,
          [fold(code), code] as const,
        ]),
      );
    };
    const facilities = await em.execute<{ code: string }[]>('select code from facility');
    return new RegisterNames(
      new Set(subjects.map(({ code }) => code)),
      {
        districts: await codesIn('school_district'),
        departments: await codesIn('department'),
        blocks: await codesIn('area'),
      },
      {
        codes: new Set(facilities.map(({ code }) => code)),
        resolve: await venueResolver(em),
      },
    );
  }

  /** Each number of the classification, or the longest above it that the register has. */
  subjects(ndcs: readonly string[]): SubjectKey[] {
    const found = new Set(ndcs.flatMap((ndc) => this.#subject(ndc.replace('.', '')) ?? []));
    return [...found].map((code) => ({ scheme: 'NDC', code }));
  }

  /** The code of a school district by its name or code. */
  district(name: string | undefined): string | null {
    return (name && this.codes.districts.get(fold(name))) || null;
  }

  /** The code of a department by its name or code. */
  department(name: string | undefined): string | null {
    return (name && this.codes.departments.get(fold(name))) || null;
  }

  /** The code of a town block by its name or code. */
  block(name: string): string | null {
    return this.codes.blocks.get(fold(name)) ?? null;
  }

  /** The code of the facility that the words certainly mean, or that they are. */
  facility(name: string | undefined): string | null {
    if (name && this.facilities.codes.has(name)) return name;
    const reading = name ? this.facilities.resolve(name) : undefined;
    return reading?.verdict === 'CERTAIN' ? (reading.facilityCode ?? null) : null;
  }

  #subject(digits: string): string | undefined {
    for (let length = digits.length; length > 0; length -= 1) {
      const code = digits.slice(0, length);
      if (this.ndcs.has(code)) return code;
    }
    return undefined;
  }
}
