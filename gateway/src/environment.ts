import { readFileSync } from 'node:fs';
import { shortestKey } from '@manabi/kit/derived-key';
import { processSettings, type ProcessSettings } from './configuration/process-settings.js';
import { readSettings, SettingsRefused } from './configuration/read-settings.js';

/** What a gateway that runs on its own reads from its surroundings. */
export interface Environment {
  settings: ProcessSettings;
  /** The city's key, of which that of each subgraph is made; requests to it are signed with its own. */
  key: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The variables that may stand for a setting of the file, and what they say of it. All but the two that hosts give
 * begin with our name: who starts a gateway has a `MODE` of its own, which says nothing of ours.
 */
const variables: Readonly<Record<string, (text: string) => Record<string, unknown>>> = {
  GATEWAY_SUPERGRAPH: (text) => ({ supergraph: { file: text } }),
  GATEWAY_MODE: (text) => ({ mode: text }),
  GATEWAY_CONTRACT: (text) => ({ contract: text }),
  GATEWAY_INTROSPECTION: (text) => ({ introspection: { on: true, off: false }[text] ?? text }),
  HOST: (text) => ({ listen: { host: text } }),
  PORT: (text) => ({ listen: { port: /^\d+$/.test(text) ? Number(text) : text } }),
  GATEWAY_SUBGRAPHS: (text) => ({ subgraphs: pairsOf(text) }),
};

/**
 * Reads the configuration of a gateway: the JSON file that `GATEWAY_CONFIGURATION` names, a few settings from
 * variables of their own, which go before the file, and the secrets, which stand in variables only. Throws
 * SettingsRefused, which names everything that is missing or wrong.
 */
export function readEnvironment(given: Variables): Environment {
  const key = given['GATEWAY_KEY'] ?? '';
  const said = [fileNamedBy(given), ...saidBy(given)].reduce(merged, {});
  try {
    const settings = readSettings(processSettings, said);
    if (key.length >= shortestKey) return { settings, key };
  } catch (error) {
    if (!(error instanceof SettingsRefused) || key.length >= shortestKey) throw error;
    throw new SettingsRefused(`${error.message} ${keyExpected}`, { cause: error });
  }
  throw new SettingsRefused(keyExpected);
}

const keyExpected = `The variable GATEWAY_KEY holds the city's key, of which that of each service is made, at least ${shortestKey} characters; set it.`;

function fileNamedBy({ GATEWAY_CONFIGURATION: path }: Variables): Record<string, unknown> {
  if (!path) return {};
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (isObject(value)) return value;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SettingsRefused(`The configuration "${path}" cannot be read: ${reason}`, { cause });
  }
  throw new SettingsRefused(`The configuration "${path}" is no JSON object.`);
}

function saidBy(given: Variables): Record<string, unknown>[] {
  return Object.entries(variables).flatMap(([name, say]) => {
    const text = given[name];
    return text ? [say(text)] : [];
  });
}

function merged(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Record<string, unknown> {
  const both = { ...before };
  for (const [key, value] of Object.entries(after)) {
    const old = both[key];
    both[key] = isObject(old) && isObject(value) ? merged(old, value) : value;
  }
  return both;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pairsOf(list: string): Record<string, string> {
  const pairs = list.split(',').filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
