import { paths } from '../src/city/front-door.js';
import { askerIn } from '../src/graph/document-asker.js';
import { type ClientRole, Clients } from '../src/issuer/clients.js';
import { issuerPaths } from '../src/issuer/issuer.js';
import { type Answered, type Asked, ask, question } from './ask.js';
import type { TestCity } from './open-test-city.js';

/** A system that asks at the departments' graph: as what it is registered, and what it says it asks for. */
export interface Asker {
  readonly role: ClientRole;
  readonly scopes?: readonly string[];
  /** Purpose that its request states. */
  readonly purpose?: string;
  /** Purposes for which it is registered; the one that it states unless said. */
  readonly purposes?: readonly string[];
  /** Legal basis of its request. */
  readonly basis?: string;
}

const tokens = new WeakMap<TestCity['home'], Map<string, Promise<string>>>();

/** Asks the departments' graph over HTTP with the token of a system that is registered so; registers it when it is new. */
export async function askAs(city: TestCity, asker: Asker, asked: Asked): Promise<Answered> {
  return ask(city, asked, {
    path: paths.department,
    headers: {
      authorization: `Bearer ${await tokenOf(city, asker)}`,
      ...(asker.purpose && { 'hub-purpose': asker.purpose }),
      ...(asker.basis && { 'hub-legal-basis': asker.basis }),
    },
  });
}

/** Who asks a document of `schema/document/department/`, as its third line says. Throws when it says nothing of it. */
export const askerOf = (name: string): Asker => askerIn(question(name).query);

/** Asks a document of `schema/document/department/` as whoever it is for, with the variables beside it. */
export function askFor(
  city: TestCity,
  name: string,
  variables?: Asked['variables'],
): Promise<Answered> {
  const asked = question(name);
  return askAs(city, askerOf(name), { ...asked, variables: variables ?? asked.variables });
}

function tokenOf(city: TestCity, asker: Asker): Promise<string> {
  const known = tokens.get(city.home) ?? new Map<string, Promise<string>>();
  tokens.set(city.home, known);
  const key = JSON.stringify([asker.role, asker.scopes, asker.purpose, asker.purposes]);
  const token = known.get(key) ?? register(city, asker, `test-system-${known.size + 1}`);
  known.set(key, token);
  return token;
}

async function register(city: TestCity, asker: Asker, name: string): Promise<string> {
  const { role, scopes = [], purpose, purposes = purpose ? [purpose] : [] } = asker;
  const secret = await new Clients(city.home).add({ name, role, scopes, purposes });
  const response = await fetch(city.door.url + issuerPaths.token, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${name}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  // RFC 6749 §5.1 says what a token comes in.
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
}
