/** Somebody who asks the town: what the token says, what the headers state, and which letters that gives. */
export interface TownCaller {
  name: string;
  claims?: Readonly<Record<string, unknown>>;
  headers?: Readonly<Record<string, string>>;
  /** Letters of the rules' table, written by hand. */
  letters: string;
}

const department = (scope: string, purposes: readonly string[] = []) => ({
  role: 'department',
  scope,
  purposes,
});
const guidance = { 'hub-purpose': 'guidance' };

/** Callers of every role, with every scope, purpose and basis that counts in the town. */
export const townCallers: readonly TownCaller[] = [
  { name: 'nobody in particular', letters: '' },
  { name: 'a resident', claims: { role: 'resident' }, letters: 'S' },
  { name: 'an analyst', claims: { role: 'analyst', scope: 'openid' }, letters: 'S' },
  { name: 'a department', claims: department(''), letters: 'S' },
  {
    name: 'a department with birth dates and robots',
    claims: department('birth robots'),
    letters: 'SBR',
  },
  { name: 'half of an alternative', claims: department('all.read'), letters: 'S' },
  {
    name: 'a whole alternative and ghosts',
    claims: department('all.read sworn ghosts'),
    letters: 'SBH',
  },
  {
    name: 'a department with things',
    claims: department('tokens strict walls silver erase'),
    letters: 'STXWVE',
  },
  {
    name: 'a purpose allowed and not stated',
    claims: department('', ['guidance']),
    letters: 'S',
  },
  {
    name: 'a purpose stated',
    claims: department('', ['guidance', 'tax']),
    headers: guidance,
    letters: 'SG',
  },
  {
    name: 'another purpose stated, with consent',
    claims: department('', ['guidance', 'tax']),
    headers: { 'hub-purpose': 'tax', 'hub-legal-basis': 'consent' },
    letters: 'S',
  },
  {
    name: 'a purpose stated, with consent',
    claims: department('', ['guidance']),
    headers: { ...guidance, 'hub-legal-basis': 'consent' },
    letters: 'SGC',
  },
  {
    name: 'a purpose in the token, by statute',
    claims: { ...department('ghosts', []), purpose: 'guidance' },
    headers: { 'hub-legal-basis': 'statute' },
    letters: 'SGLH',
  },
  {
    name: 'an emergency, by the decision table',
    claims: department('emergency', ['rescue']),
    headers: { 'hub-purpose': 'rescue' },
    letters: 'SC',
  },
  {
    name: 'a resident with the scope of an emergency',
    claims: { role: 'resident', scope: 'emergency', purposes: ['rescue'] },
    headers: { 'hub-purpose': 'rescue' },
    letters: 'S',
  },
  {
    name: 'somebody with everything but what nobody has',
    claims: department('birth robots tokens strict ghosts walls silver erase', ['guidance']),
    headers: { ...guidance, 'hub-legal-basis': 'consent' },
    letters: 'SBGCRTXHWVE',
  },
];

/** The policies of the town that are neither a purpose nor a basis. */
export const townPolicies = {
  override: [{ roles: ['department'], scopes: ['emergency'], purposes: ['rescue'] }],
} as const;
