import type { OpenService } from '@manabi/kit/open';

/** What the searches of this bench are answered with, beside facets. */
export interface Found {
  readonly totalCount: { readonly value: number; readonly isExact: boolean };
  readonly edges: readonly { readonly node: { readonly id: string } | null }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Asks the service one search. Throws when it answers an error. */
export async function ask(
  service: OpenService,
  query: string,
  variables: Record<string, unknown>,
): Promise<Found> {
  const answer = await service.answer({ query, variables });
  if (answer.errors) throw new Error(answer.errors[0]?.message ?? 'The search failed.');
  // The documents of this bench say what is in it.
  return (answer.data as unknown as { opportunities: Found }).opportunities;
}
