import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { SourceProblem } from '../outbound/source-problem.js';
import type { SaidWord } from './declaration.js';

/** Where secrets of declarations are found. */
export interface SecretPlaces {
  /** The folder to which file names are relative. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * The words that a request carries, secrets read anew each time. Throws a SourceProblem that names what is missing and
 * never what was found.
 */
export function wordsOf(
  said: Readonly<Record<string, SaidWord>>,
  places: SecretPlaces,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(said).map(([name, word]) => [
      name,
      `${word.before ?? ''}${told(name, word, places)}`,
    ]),
  );
}

function told(name: string, { text, file, environment }: SaidWord, places: SecretPlaces): string {
  if (text !== undefined) return text;
  const found =
    environment === undefined
      ? lineOf(resolve(places.folder, file ?? ''))
      : places.environment[environment]?.trim();
  if (found && /^[\x20-\x7e]+$/.test(found)) return found;
  const where = environment === undefined ? `the file ${file}` : `the variable ${environment}`;
  const fault = found ? 'holds more than one line of plain letters' : 'is missing or empty';
  throw new SourceProblem(
    'NOT_AS_DECLARED',
    `"${name}" is to be read from ${where}, which ${fault}.`,
  );
}

function lineOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
