import type { IncomingMessage, ServerResponse } from 'node:http';

import { ToldAnswers } from './answer/answer-told.js';
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
  /** The address by which others know the hub; asked when the first request comes. */
  readonly address: () => string;
}

/** Everything that the portal answers: files and feeds made from the graph, and the pages. */
export class Portal {
  readonly #openData: OpenData;
  readonly #told: ToldAnswers;

  constructor(settings: PortalSettings) {
    const { graph, municipality, address } = settings;
    this.#openData = new OpenData(settings);
    const city = () => ({ ...municipality, address: address().replace(/\/+$/, '') });
    this.#told = new ToldAnswers({ graph, city });
  }

  /** Takes note that data of the city have changed. */
  changed(): void {
    this.#told.changed();
  }

  /** Answers one request, the last of those that the front door hands on. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (await this.#openData.answer(request, response)) return;
    if (await this.#told.answer(request, response)) return;
    await answerPage(request, response);
  }
}
