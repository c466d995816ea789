import { type FormEvent, type ReactElement, useState } from 'react';

import { useDesk } from '../desk.js';
import { saveQuestion } from './saved-questions.js';

/** Keeps the question that the address says, under a name. */
export function SaveForm({ suggested }: { suggested: string }): ReactElement {
  const { words } = useDesk();
  const [name, setName] = useState(suggested);
  const [told, setTold] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    const { pathname, search, hash } = location;
    const href = pathname + search + hash;
    const isKept = saveQuestion({ name, href, savedAt: new Date().toISOString() });
    setTold(isKept ? words.savedAs(name) : words.notSaved);
  };
  return (
    <details className="more save">
      <summary>{words.saveThis}</summary>
      <form onSubmit={save}>
        <label>
          <span>{words.saveName}</span>
          <input
            value={name}
            required
            maxLength={200}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <button type="submit">{words.save}</button>
        <p role="status">{told}</p>
      </form>
    </details>
  );
}
