import { randomUUID } from 'node:crypto';

import type { Context } from '@manabi/kit/context';
import { japanDay } from '@manabi/kit/japan-time';
import { opaqueId } from '@manabi/kit/opaque-id';
import { personalTraces } from '@manabi/kit/text/personal-trace';
import { addRecord } from '@manabi/kit/write/record.write';
import { revisionField } from '@manabi/kit/write/revision.resolver';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import { branchUnknown } from '../branch/branch.errors.js';
import { branchById } from '../branch/branch.loader.js';
import { PublishReferenceCaseAnswer } from './reference-case-answer.entity.js';
import { ReferenceCase } from './reference-case.entity.js';
import { tellsOfPerson } from './reference-case.errors.js';
import { PublishReferenceCaseInput } from './reference-case.input.js';
import { caseById } from './reference-case.loader.js';
import { withCaseSearch } from './reference-case.search.js';

/** Publishes reference cases. */
@Resolver(() => ReferenceCase)
export class ReferenceCaseWriteResolver extends revisionField(ReferenceCase) {
  @Directive('@requiresScopes(scopes: [["library.write"]])')
  @Mutation(() => PublishReferenceCaseAnswer, {
    nullable: true,
    description:
      'Publishes a question that was answered, unless its text tells of a private person (事例の公開).',
  })
  async publishReferenceCase(
    @Arg('input', () => PublishReferenceCaseInput, { description: 'The case (公開する事例).' })
    input: PublishReferenceCaseInput,
    @Ctx() context: Context,
  ): Promise<typeof PublishReferenceCaseAnswer> {
    const { loaders, caller, now } = context;
    const act = { verb: 'publishReferenceCase', reason: input.reason, caller };
    const answer = await writeOnce(context, { verb: act.verb, input }, async (em) => {
      const traces = personalTraces(textsOf(input).join('\n'));
      if (traces.length > 0) return tellsOfPerson(traces);
      const branch = await loaders.of(branchById).load(input.branchId);
      return branch ? addRecord(em, caseOf(input, now), act) : branchUnknown();
    });
    if (!(answer instanceof Written)) return answer;
    const referenceCase = await loaders.of(caseById).load(answer.id);
    return { __typename: 'ReferenceCasePublished', referenceCase };
  }
}

const textsOf = ({ question, answer, process, keywords, citations }: PublishReferenceCaseInput) => [
  question,
  answer,
  process ?? '',
  ...(keywords ?? []),
  ...(citations ?? []),
];

function caseOf(input: PublishReferenceCaseInput, now: Date): ReferenceCase {
  const { question, answer, process, keywords, citations, sourceIsbns, ndcs } = input;
  return withCaseSearch(
    Object.assign(new ReferenceCase(), {
      id: opaqueId('reference-case', randomUUID()),
      question: { ja: question },
      answer: { ja: answer },
      process: process ?? null,
      keywords: keywords ?? [],
      citations: citations ?? [],
      sourceIsbns: (sourceIsbns ?? []).map((isbn) => isbn.replaceAll('-', '')),
      answeredOn: input.answeredOn ?? japanDay(now),
      branchId: input.branchId,
      subjectKeys: ndcs.map((code) => ({ scheme: 'NDC', code })),
      provenance: { department: 'library', asOf: now, sample: false },
    }),
  );
}
