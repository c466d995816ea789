import type { IncomingMessage, ServerResponse } from 'node:http';

import type { PublicGraph } from './collection/public-graph.js';
import { answerPage } from './pages.js';

/** What the portal knows of the city besides what the graph says. */
export interface PortalSettings {
  /** The public graph, asked in the portal's own name. */
  readonly graph: PublicGraph;
  /** The city whose graph it is, as the standard sheets name it. */
  readonly municipality: {
    /** 全国地方公共団体コード, six digits. */
    readonly code: string;
    readonly prefecture: string;
    readonly city: string;
  };
}

/** Everything that the portal answers: files and feeds made from the graph, and the pages. */
export class Portal {
  constructor(readonly settings: PortalSettings) {}

  /** Answers one request, the last of those that the front door hands on. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await answerPage(request, response);
  }
}
