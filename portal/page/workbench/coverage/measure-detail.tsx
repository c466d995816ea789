import type { ReactElement } from 'react';

import { DeskLink, useDesk } from '../desk.js';
import { typeTerm } from '../language/type-term.js';
import type { Words } from '../language/words.js';
import { stateWord } from './measure-cell.js';
import { type Measure, stateOf } from './plan.js';

interface MeasureDetailProps {
  readonly measure: Measure;
  readonly headings: ReadonlyMap<string, string>;
  readonly onClose: () => void;
}

/** What stands behind one measure: what a person sees of it, and the records of each kind. */
export function MeasureDetail({ measure, headings, onClose }: MeasureDetailProps): ReactElement {
  const { words } = useDesk();
  const group = headings.get(measure.code.split('-').slice(0, 3).join('-'));
  const proofs = measure.proofs ?? [];
  return (
    <>
      <h4>
        {measure.code} {measure.title?.ja}
      </h4>
      {group && <p className="hint">{group}</p>}
      <dl>
        <dt>{words.measureState}</dt>
        <dd>{stateWord(stateOf(measure), words)}</dd>
        <dt>{words.tier}</dt>
        <dd>{tierWord(measure, words)}</dd>
        {measure.sees?.ja && (
          <>
            <dt>{words.measureSees}</dt>
            <dd>{measure.sees.ja}</dd>
          </>
        )}
        {proofs.length > 0 && (
          <>
            <dt>{words.measureProofs}</dt>
            <Proofs names={proofs} />
          </>
        )}
      </dl>
      <EvidenceTable measure={measure} />
      <button type="button" className="quiet" onClick={onClose}>
        {words.close}
      </button>
    </>
  );
}

const tierWord = ({ tier }: Measure, words: Words): string => {
  const meaning = { A: words.tierA, B: words.tierB, C: words.tierC };
  return tier ? tier + words.bracketed(meaning[tier]) : words.stateUnknown;
};

/** The questions that show a measure, each ready to be asked. */
function Proofs({ names }: { names: readonly string[] }): ReactElement {
  return (
    <dd className="proofs">
      {names.map((name) => (
        <DeskLink
          key={name}
          goal={{ view: 'explore', said: new URLSearchParams({ ask: name.toLowerCase() }) }}
        >
          {name}
        </DeskLink>
      ))}
    </dd>
  );
}

function EvidenceTable({ measure: { evidence } }: { measure: Measure }): ReactElement {
  const { words, address } = useDesk();
  if (!evidence || evidence.length === 0) return <p>{words.measureNothing}</p>;
  return (
    <div className="scroll" role="region" tabIndex={0} aria-label={words.measureEvidence}>
      <table>
        <caption>{words.measureEvidence}</caption>
        <thead>
          <tr>
            <th scope="col">{words.evidenceKind}</th>
            <th scope="col" className="number">
              {words.evidenceCount}
            </th>
            <th scope="col" className="number">
              {words.evidenceSample}
            </th>
            <th scope="col">{words.evidenceFirst}</th>
          </tr>
        </thead>
        <tbody>
          {evidence.map(({ kind, count, sample, first }) => (
            <tr key={kind}>
              <td>{typeTerm(kind ?? '', address.language)}</td>
              <td className="number">{count?.value ?? words.missing}</td>
              <td className="number">{sample?.value ?? words.missing}</td>
              <td>
                {first?.label ?? words.evidenceNameless}
                {first?.sample && <small className="sample">{words.sample}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
