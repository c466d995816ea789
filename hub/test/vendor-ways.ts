import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { departments } from '../src/city/departments.js';
import { municipality } from '../src/city/municipality.js';
import type { ImportResult } from '../src/import/import-request.js';
import { type OpenPlaces, openPlaces } from '../src/import/open-places.js';
import { importFile } from '../src/import/run-import.js';
import { pullSource, type Pulled } from '../src/pull/pull-source.js';
import { sourceNamed, sourcesFolder } from '../src/pull/source-files.js';
import type { TestCity } from './open-test-city.js';
import type { Vendor } from './start-vendor.js';

/** How the vendor's own words become columns of a list of books: what docs/connecting.md shows. */
const columnsUnder = (place: string) => ({
  ISBN: `${place}/identifiers/isbn13`,
  タイトル: `${place}/name`,
  著者: { paths: [`${place}/creators/*/name`], between: '；' },
  発行者: `${place}/imprint/publisher`,
  発行年: `${place}/imprint/year`,
  NDC: `${place}/classes/0/number`,
});

/** The ways by which a city takes in what the vendor's system gives. */
export class VendorWays {
  private constructor(
    private readonly city: TestCity,
    private readonly vendor: Vendor,
    private readonly places: OpenPlaces,
  ) {}

  static async open(city: TestCity, vendor: Vendor): Promise<VendorWays> {
    const places = await openPlaces(departments, (service) => city.databases.urlOf(service));
    return new VendorWays(city, vendor, places);
  }

  close(): Promise<void> {
    return this.places.close();
  }

  /** Takes every title and copy out of the library, as if nothing had ever been delivered. */
  async empty(): Promise<void> {
    for (const table of ['holding', 'title', 'delivery'])
      await this.city.sql('library', `delete from ${table}`);
    // Else the running city would pull again what a test before this one declared.
    for (const folder of [sourcesFolder(this.city.home), join(this.city.home.folder, 'pulled')])
      rmSync(folder, { recursive: true, force: true });
    this.city.door.changed('library');
  }

  /** By a file that was delivered. */
  async byFile(): Promise<ImportResult> {
    const result = await importFile(this.places, {
      file: await this.vendor.delivered(),
      mode: 'full',
      dryRun: false,
      confirmed: false,
      scope: municipality,
      dataset: 'library-books',
      reports: join(this.city.home.folder, 'deliveries'),
      onProgress() {},
    });
    this.city.door.changed('library');
    return result;
  }

  /** By pages of JSON that are pulled. */
  byPages(): Promise<Pulled> {
    return this.#pull('library-books-rest', {
      address: `${this.vendor.url}/api/books`,
      rows: '/results',
      next: { link: '/links/next' },
      columns: columnsUnder(''),
    });
  }

  /** By a feed of changes that is pulled. */
  byFeed(confirmed = false): Promise<Pulled> {
    const declared = {
      address: `${this.vendor.url}/rpde`,
      mode: 'rpde',
      columns: columnsUnder('/data'),
    };
    return this.#pull('library-books-feed', declared, confirmed);
  }

  async #pull(name: string, declared: object, confirmed = false): Promise<Pulled> {
    const { home } = this.city;
    mkdirSync(sourcesFolder(home), { recursive: true });
    const whole = {
      kind: 'title',
      // A test pulls when it says so.
      everyMinutes: 10_080,
      headers: { authorization: { file: this.vendor.tokenFile, before: 'Bearer ' } },
      ...declared,
    };
    writeFileSync(join(sourcesFolder(home), `${name}.json`), JSON.stringify(whole));
    const pulled = await pullSource(home, sourceNamed(home, name), {
      confirmed,
      withPlaces: (task) => task(this.places),
    });
    this.city.door.changed('library');
    return pulled;
  }
}

/** Lets the library ask the vendor's system what is on the shelf. */
export function askLive(vendor: Vendor, milliseconds: number): void {
  Object.assign(process.env, {
    LIBRARY_LIVE_URL: `${vendor.url}/live`,
    LIBRARY_LIVE_TOKEN_FILE: vendor.tokenFile,
    LIBRARY_LIVE_MILLISECONDS: String(milliseconds),
    LIBRARY_LIVE_SECONDS: '0',
  });
}

/** Ends that. */
export function askLiveNoMore(): void {
  for (const name of Object.keys(process.env))
    if (name.startsWith('LIBRARY_LIVE_')) delete process.env[name];
}

/** An answer with each opaque id, which is its owner's own, put down as what it stands for. */
export function withoutOwnIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOwnIds);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, withoutOwnIds(part)]),
  );
  if ('bibId' in fields) fields['bibId'] = fields['title'];
  if ('id' in fields && 'facility' in fields) fields['id'] = fields['name'];
  return fields;
}
