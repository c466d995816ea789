import { readFileSync, statSync } from 'node:fs';
import { fileRefused } from '../configuration/read-settings.js';

/** What tells a token from others, where it is asked whether it was revoked. */
export interface RevocableToken {
  readonly issuer: string;
  /** Its `jti`. */
  readonly id?: string;
  readonly subject: string;
  readonly client?: string;
}

/** Says whether a token is no longer good though it has not expired; asked for every request. */
export type IsRevoked = (token: RevocableToken) => boolean;

const lookEvery = 1_000;

/**
 * Reads revocations from a text file: one token id (`jti`) a line, or `subject <sub>`, or `client <client_id>`;
 * a line that begins with `#` is a remark. A change counts within a second. Throws SettingsRefused when the file
 * cannot be read at the start; later the last list that was read goes on counting.
 */
export function revokedIn(file: string): IsRevoked {
  let { changed, revoked } = atFirst(file);
  let looked = performance.now();
  const look = (): void => {
    if (performance.now() - looked < lookEvery) return;
    looked = performance.now();
    try {
      const modified = statSync(file).mtimeMs;
      if (modified === changed) return;
      revoked = read(file);
      changed = modified;
    } catch {
      // Not there, or not readable, at this moment: what was revoked stays so, and nobody else is refused for it.
    }
  };
  return ({ id, subject, client }) => {
    look();
    return (
      (id !== undefined && revoked.has(id)) ||
      revoked.has(`subject ${subject}`) ||
      (client !== undefined && revoked.has(`client ${client}`))
    );
  };
}

function atFirst(file: string): { changed: number; revoked: ReadonlySet<string> } {
  try {
    // Looked at first: what is written while it is read is read again.
    return { changed: statSync(file).mtimeMs, revoked: read(file) };
  } catch (cause) {
    throw fileRefused('identity.revokedFile', cause);
  }
}

function read(file: string): ReadonlySet<string> {
  const lines = readFileSync(file, 'utf8').split('\n');
  return new Set(lines.map((line) => line.trim()).filter((line) => line && !line.startsWith('#')));
}
