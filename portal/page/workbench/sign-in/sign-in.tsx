import { type FormEvent, type ReactElement, useState } from 'react';

import { useDesk } from '../desk.js';
import { type SignInFault, signIn, signOut, useSession } from './session.js';

/** Bases that the law names for using personal data, as requests state them (docs/identity.md). */
const bases = {
  'purpose-of-holding': 'basisHolding',
  statute: 'basisStatute',
  consent: 'basisConsent',
  duty: 'basisDuty',
  'public-body': 'basisPublicBody',
  statistics: 'basisStatistics',
  benefit: 'basisBenefit',
  'special-reason': 'basisSpecial',
} as const;

/** Where an analyst signs in, and sees as what. */
export function SignIn(): ReactElement {
  const { words } = useDesk();
  const session = useSession();
  return (
    <details className="sign-in">
      <summary>{session ? words.signedInAs(session.name) : words.signIn}</summary>
      {session ? (
        <div className="panel">
          <p>
            {words.scopes}: {session.scopes.join(', ') || words.noScopes}
          </p>
          <button type="button" onClick={signOut}>
            {words.signOut}
          </button>
        </div>
      ) : (
        <SignInForm />
      )}
    </details>
  );
}

function SignInForm(): ReactElement {
  const { words } = useDesk();
  const [fault, setFault] = useState<SignInFault>();
  const faults: Readonly<Record<SignInFault, string>> = {
    WRONG: words.signInFailed,
    TOO_OFTEN: words.signInTooOften,
    UNREACHABLE: words.unreachable,
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    const text = (name: string) => {
      const value = said.get(name);
      return typeof value === 'string' ? value : '';
    };
    void signIn({
      name: text('name'),
      secret: text('secret'),
      purpose: text('purpose'),
      basis: text('basis'),
    }).then(setFault);
  };
  return (
    <form className="panel" onSubmit={submit}>
      <p>{words.signInAbout}</p>
      <SignInFields />
      <button type="submit">{words.signIn}</button>
      <p role="alert">{fault && faults[fault]}</p>
      <p className="hint">{words.signInHow}</p>
    </form>
  );
}

function SignInFields(): ReactElement {
  const { words } = useDesk();
  return (
    <>
      <label>
        {words.clientName}
        <input name="name" required autoComplete="username" />
      </label>
      <label>
        {words.clientSecret}
        <input name="secret" type="password" required autoComplete="current-password" />
      </label>
      <label>
        {words.purpose}
        <input name="purpose" autoComplete="off" />
      </label>
      <label>
        {words.basis}
        <select name="basis">
          <option value="">{words.noBasis}</option>
          {Object.entries(bases).map(([basis, word]) => (
            <option key={basis} value={basis}>
              {words[word]}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
