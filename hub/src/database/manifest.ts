/** Number of the archive's form; a change that older hubs cannot read raises it. */
export const manifestFormat = 1;

/** Name of the archive's last entry. */
export const manifestName = 'manifest.json';

/** The size in bytes and the SHA-256 of a file as it stands in the archive. */
export interface ListedFile {
  size: number;
  sha256: string;
}

/** What a backup says of itself in its last entry: whatever stands in it, and what it is of. */
export interface Manifest {
  format: number;
  /** When the copy is consistent at: the end of the backup, ISO 8601 in UTC. */
  made: string;
  /** Major version of PostgreSQL. */
  postgres: string;
  databases: string[];
  files: Record<string, ListedFile>;
}

/** Reads the last entry of a backup; undefined when it is not the list of one. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is Manifest {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    typeof value.format === 'number' &&
    'made' in value &&
    typeof value.made === 'string' &&
    'postgres' in value &&
    typeof value.postgres === 'string' &&
    'databases' in value &&
    Array.isArray(value.databases) &&
    'files' in value &&
    typeof value.files === 'object' &&
    value.files !== null
  );
}

/** Says how what was read differs from what was listed; undefined when it does not. */
export function differenceFrom(
  listed: Record<string, ListedFile>,
  read: ReadonlyMap<string, ListedFile>,
): string | undefined {
  for (const [name, file] of read) {
    const expected = listed[name];
    if (!expected) return `it holds ${name}, which its list does not name`;
    if (expected.size !== file.size || expected.sha256 !== file.sha256) {
      return `the content of ${name} is not what was backed up`;
    }
  }
  const missing = Object.keys(listed).find((name) => !read.has(name));
  return missing === undefined ? undefined : `${missing} is missing`;
}
