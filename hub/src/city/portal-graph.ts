import type { Gateway } from '@manabi/gateway/gateway';
import type { PublicGraph } from '@manabi/portal/collection/public-graph';

/**
 * The public graph for the portal's own server: a caller within this process, without a name, whose requests count
 * against no resident's rate. What one operation may be is limited for it as for anybody, but that a page of a list
 * that it reads to its end may be five times as long.
 */
export function portalGraph(gateway: Gateway): PublicGraph {
  return {
    ask: ({ query, variables, signal, longPages = false }) =>
      gateway.execute(
        { query, variables },
        { isReadOnly: true, asData: true, longPages, ...(signal && { signal }) },
      ),
  };
}
