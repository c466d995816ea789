import type { Decisions } from './protected-coordinates.js';

/** Who asked, as far as the gateway knows, and what for. */
export interface Asker {
  readonly role: string;
  readonly subject?: string;
  readonly client?: string;
  readonly purpose?: string;
  readonly basis?: string;
}

/** One request that asked for protected fields; holds names of fields, never their values. */
export interface AccessEntry {
  readonly requestId: string;
  readonly contract: string;
  readonly caller: Asker;
  /** SHA-256 of the client's document, in hex. */
  readonly document: string;
  readonly decisions: Decisions;
}

const written = new WeakMap<Decisions, string>();

/** An entry as the JSON object that stands in the record, without its place in the chain. */
export function textOfAccess(entry: AccessEntry, moment: Date): string {
  const { role, subject, client, purpose, basis } = entry.caller;
  const said = JSON.stringify({
    kind: 'access',
    time: moment.toISOString(),
    request: entry.requestId,
    contract: entry.contract,
    role,
    subject,
    client,
    purpose,
    basis,
    document: entry.document,
  });
  return `${said.slice(0, -1)},"fields":${textOfDecisions(entry.decisions)}}`;
}

/** The same decisions are made for every request of one compiled operation, so they are written once. */
function textOfDecisions(decisions: Decisions): string {
  let text = written.get(decisions);
  if (text === undefined) {
    text = JSON.stringify(Object.fromEntries(decisions));
    written.set(decisions, text);
  }
  return text;
}
