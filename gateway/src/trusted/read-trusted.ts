import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SettingsRefused } from '../configuration/read-settings.js';
import { digestOf } from './trusted-documents.js';

const manifest = z.record(z.string(), z.string());

/**
 * Reads the texts of trusted documents from folders of `.graphql` files and from manifests, JSON files that
 * give each text under its sha256. Throws SettingsRefused, which names the path and what is wrong with it.
 */
export function readTrusted(paths: readonly string[]): string[] {
  return paths.flatMap((path) =>
    isFolder(path) ? textsOfFolder(path) : textsOfManifest(path, readFileSync(path, 'utf8')),
  );
}

function isFolder(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found) return found.isDirectory();
  throw new SettingsRefused(
    `There are no trusted documents at "${path}"; name a folder or a manifest.`,
  );
}

function textsOfFolder(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  return names.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
}

function textsOfManifest(path: string, json: string): string[] {
  const texts = manifest.safeParse(parsed(path, json));
  if (!texts.success) {
    throw new SettingsRefused(
      `The manifest "${path}" is no object that gives a text for each digest.`,
    );
  }
  return Object.entries(texts.data).map(([name, text]) => {
    const digest = digestOf(text);
    if (name === digest || name === `sha256:${digest}`) return text;
    throw new SettingsRefused(
      `The manifest "${path}" names a text "${name}", but its sha256 is "${digest}"; make the manifest again.`,
    );
  });
}

function parsed(path: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new SettingsRefused(`The manifest "${path}" is not JSON.`, { cause });
  }
}
