import type { IncomingMessage, ServerResponse } from 'node:http';

import { answerTold } from './answer/answer-told.js';
import type { PublicGraph } from './collection/public-graph.js';
import { OpenData } from './open-data/open-data.js';
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
  /** The address by which others know the hub, without a slash at its end; asked when the first request comes. */
  readonly address: () => string;
}

/** Everything that the portal answers: files and feeds made from the graph, and the pages. */
export class Portal {
  readonly #openData: OpenData;

  constructor(readonly settings: PortalSettings) {
    this.#openData = new OpenData(settings);
  }

  /** Answers one request, the last of those that the front door hands on. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (await this.#openData.answer(request, response)) return;
    const { graph, municipality, address } = this.settings;
    const city = () => ({ ...municipality, address: address() });
    if (await answerTold({ graph, city }, request, response)) return;
    await answerPage(request, response);
  }
}
