import { randomUUID } from 'node:crypto';

import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments, pageSize } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { refusedSpan } from '@manabi/kit/refused-input';
import { TimeSpan } from '@manabi/kit/value/time-span';
import { addRecord } from '@manabi/kit/write/record.write';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import { Arg, Args, Ctx, Directive, ID, Int, Mutation, Query, Resolver } from 'type-graphql';

import { badCalendar } from '../application-calendar/calendar.errors.js';
import { PublishNewsletterAnswer } from './newsletter-answer.entity.js';
import { Newsletter, NewsletterDraft } from './newsletter.entity.js';
import { newsletterEmpty } from './newsletter.errors.js';
import { PublishNewsletterInput } from './newsletter.input.js';
import { newsletterById } from './newsletter.loader.js';
import { newsletterCursor, newslettersAfter } from './newsletter.repository.js';
import { compileNewsletter } from './newsletter.rules.js';
import { printableLines } from './printable.search.js';

const NewsletterConnection = connectionType('Newsletter', Newsletter, '生涯学習だより');

/** Compiles newsletters from what opens and closes, publishes them and shows what was published. */
@Resolver(() => Newsletter)
export class NewsletterResolver {
  @Public()
  @Directive('@cost(weight: 20)')
  @Query(() => NewsletterDraft, {
    nullable: true,
    description:
      'What an issue would say of a time, with room for so many characters: what opens and closes by time of life (生涯学習だよりの下書き).',
  })
  async newsletterDraft(
    @Arg('in', () => TimeSpan, { description: 'The time, at most 92 days (対象期間).' })
    span: TimeSpan,
    @Arg('characters', () => Int, {
      defaultValue: 4_000,
      description: 'Characters for which there is room, 200 to 20,000 (文字数の上限).',
    })
    characters: number,
    @Ctx() context: Context,
  ): Promise<NewsletterDraft> {
    if (characters < 200 || characters > 20_000)
      throw badCalendar(
        { argument: 'characters', reason: 'VALUE_OUT_OF_RANGE', least: 200, most: 20_000 },
        'it goes from 200 to 20,000',
      );
    return draftOf(context, span, characters);
  }

  @Public()
  @Query(() => Newsletter, { nullable: true, description: 'An issue by its id (生涯学習だより).' })
  newsletter(
    @Arg('id', () => ID, { description: 'Its id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Newsletter | null> {
    return loaders.of(newsletterById).load(id);
  }

  @Public()
  @Directive(paged)
  @Query(() => NewsletterConnection, {
    nullable: true,
    description: 'What was published, latest first (生涯学習だより一覧).',
  })
  async newsletters(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<Newsletter>>> {
    const size = pageSize(page);
    const rows = await newslettersAfter(em, { limit: size + 1, after: page.after ?? null });
    return connection(rows, { size, after: page.after }, (node) => ({
      cursor: newsletterCursor(node),
      node,
    }));
  }

  @Directive('@requiresScopes(scopes: [["newsletter.publish"]])')
  @Mutation(() => PublishNewsletterAnswer, {
    nullable: true,
    description: 'Compiles an issue and publishes it as it stands then (生涯学習だよりの発行).',
  })
  async publishNewsletter(
    @Arg('input', () => PublishNewsletterInput, { description: 'Which issue (発行の内容).' })
    input: PublishNewsletterInput,
    @Ctx() context: Context,
  ): Promise<PublishNewsletterAnswer> {
    const { caller, now } = context;
    const draft = await draftOf(context, input.in, input.characters);
    const act = { verb: 'publishNewsletter', reason: input.reason, caller };
    const answer = await writeOnce(context, { verb: 'publishNewsletter', input }, async (em) =>
      draft.sections.length === 0
        ? newsletterEmpty()
        : addRecord(em, issueOf(draft, input, now), act),
    );
    if (!(answer instanceof Written)) return answer;
    const newsletter = await context.loaders.of(newsletterById).load(answer.id);
    return { __typename: 'NewsletterPublished', newsletter };
  }
}

/** Days. */
const longest = 92;

async function draftOf(
  context: Context,
  { from, to }: TimeSpan,
  characters: number,
): Promise<NewsletterDraft> {
  const days = (to.getTime() - from.getTime()) / 86_400_000;
  if (days < 0 || days > longest)
    throw badCalendar(
      refusedSpan('in', days, longest),
      'put the earlier moment in "from", at most 92 days before "to"',
    );
  return compileNewsletter(await printableLines(context, { from, to }), characters);
}

function issueOf(draft: NewsletterDraft, input: PublishNewsletterInput, now: Date): Newsletter {
  return Object.assign(new Newsletter(), {
    id: randomUUID(),
    title: { ja: input.title },
    startsAt: input.in.from,
    endsAt: input.in.to,
    publishedAt: now,
    budget: input.characters,
    characters: draft.characters,
    omitted: draft.omitted,
    sections: draft.sections,
    provenance: { department: 'center', asOf: now, sample: false },
  });
}

/** What a reference to an issue means. */
export const newsletterReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<Newsletter | null> => loaders.of(newsletterById).load(id);
