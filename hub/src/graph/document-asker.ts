import { type ClientRole, clientRoles } from '../issuer/clients.js';

/** For whom a document of the departments' graph is: as what it is registered, and what it says it asks for. */
export interface DocumentAsker {
  readonly role: ClientRole;
  readonly scopes: readonly string[];
  /** Purpose that its request states. */
  readonly purpose?: string;
  /** Legal basis of its request. */
  readonly basis?: string;
}

const heading =
  /^# for: (?<role>\w+)(?:, scopes: (?<scopes>[^,\n]+))?(?:, purpose: (?<purpose>[^,\s]+))?(?:, basis: (?<basis>\S+))?$/m;

/** Who asks a document of `schema/document/department/`, as its third line says. Throws when it says nothing of it. */
export function askerIn(text: string): DocumentAsker {
  const { role, scopes, purpose, basis } = heading.exec(text)?.groups ?? {};
  const known = clientRoles.find((each) => each === role);
  if (!known) throw new Error('The third line of the document does not say "# for: department".');
  return {
    role: known,
    scopes: scopes?.split(' ') ?? [],
    ...(purpose && { purpose }),
    ...(basis && { basis }),
  };
}
