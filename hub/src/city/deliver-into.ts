import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Identity } from '@manabi/gateway/identity/identity';
import type { Logger } from 'pino';

import { answerDelivery } from '../delivery/delivery-door.js';
import { forgetDeliveries } from '../delivery/forget-deliveries.js';
import { Inbox } from '../delivery/inbox.js';
import { Intake, type IntakeCity } from '../delivery/intake.js';
import { Overdue } from '../delivery/overdue.js';
import { deliverySettingsOf } from '../delivery/settings.js';
import { Uploads } from '../delivery/upload.js';
import { watch } from '../delivery/watch.js';
import type { Home } from '../home/home.js';
import type { Databases } from './databases.js';
import { departments } from './departments.js';
import { placesInTurn } from './places-in-turn.js';

/** Seconds between two looks for deliveries that are kept no longer: a day. */
const forgetEvery = 86_400;

/** The taking of deliveries of a city while it runs. */
export interface Delivering {
  /** Answers a request that is about deliveries, and says whether it was. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** Lets what is being taken finish, and takes no more. */
  stop(): Promise<void>;
}

/** Takes what is dropped into the departments' folders or uploaded, and tells what is late, while a city runs. */
export function deliverInto(
  { home, log }: { readonly home: Home; readonly log: Logger },
  { urlOf }: Pick<Databases, 'urlOf'>,
  identity: Identity,
): Delivering {
  const settings = deliverySettingsOf(home);
  const city: IntakeCity = { home, log, withPlaces: placesInTurn({ urlOf }) };
  const intake = new Intake(city);
  const names = departments.map(({ name }) => name);
  const inbox = new Inbox(city, names, intake);
  const overdue = new Overdue({ home, log }, urlOf);
  const watching = [
    watch(city, settings.lookEvery, () => inbox.look()),
    watch(city, settings.lookEvery, () => overdue.look(new Date())),
    watch(city, forgetEvery, async () => {
      const forgotten = await forgetDeliveries(home, urlOf, new Date());
      if (Object.values(forgotten).some((count) => count > 0))
        log.info(forgotten, 'old deliveries were forgotten');
    }),
  ];
  const behind = {
    home,
    identity,
    intake,
    uploads: new Uploads(home, () => deliverySettingsOf(home)),
    standings: (department: string) =>
      overdue.standings.filter((each) => each.department === department),
  };
  return {
    answer: (request, response) => answerDelivery(behind, request, response),
    stop: async () => {
      await Promise.all(watching.map((each) => each.stop()));
      await intake.rest();
    },
  };
}
