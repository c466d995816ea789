import { Gauge, type Metric, type Reading } from './metric.js';
import type { GatewayState } from './observer.js';

/** What is read off the living gateways whenever somebody asks: nothing is counted for it meanwhile. */
export function stateMetrics(states: () => readonly GatewayState[]): Metric[] {
  const gauge: MakeGauge = ([name, help], labels, read) =>
    new Gauge(name, help, { labels, now: () => states().flatMap(read) });
  return [...servedMetrics(gauge), ...wayMetrics(gauge), ...faultMetrics(gauge)];
}

type MakeGauge = (
  told: readonly [name: string, help: string],
  labels: readonly string[],
  read: (state: GatewayState) => readonly Reading[],
) => Metric;

function servedMetrics(gauge: MakeGauge): Metric[] {
  return [
    gauge(
      ['hub_gateway_generations', 'Supergraphs alive: the one served, and those still in use.'],
      ['contract'],
      ({ contract, generations }) => [[[contract], generations]],
    ),
    gauge(
      ['hub_gateway_subscriptions', 'Streams of events open to clients.'],
      ['contract'],
      ({ contract, streams }) => [[[contract], streams.open]],
    ),
    gauge(
      ['hub_gateway_stream_events', 'What happened to streams of events since the start.'],
      ['contract', 'event'],
      ({ contract, streams }): Reading[] => [
        [[contract, 'delivered'], streams.delivered],
        [[contract, 'held-back'], streams.heldBack],
        [[contract, 'reconnected'], streams.reconnected],
        [[contract, 'dropped-slow'], streams.droppedSlow],
        [[contract, 'refused'], streams.refused],
      ],
    ),
    gauge(
      ['hub_gateway_kept_answers', 'Answers looked for among those kept since the start.'],
      ['contract', 'service', 'result'],
      ({ contract, kept }) =>
        kept.flatMap(({ service, hits, misses }): Reading[] => [
          [[contract, service, 'hit'], hits],
          [[contract, service, 'miss'], misses],
        ]),
    ),
  ];
}

function wayMetrics(gauge: MakeGauge): Metric[] {
  return [
    gauge(
      ['hub_gateway_way', 'The breaker before each subgraph: 1 at the state it is in.'],
      ['contract', 'service', 'state'],
      ({ contract, ways }) => ways.map(({ service, breaker }) => [[contract, service, breaker], 1]),
    ),
    gauge(
      ['hub_gateway_way_requests', 'Requests to each subgraph since the start, by what they were.'],
      ['contract', 'service', 'kind'],
      ({ contract, ways }) =>
        ways.flatMap(({ service, sent, retried, shared }): Reading[] => [
          [[contract, service, 'sent'], sent],
          [[contract, service, 'retried'], retried],
          [[contract, service, 'shared'], shared],
        ]),
    ),
  ];
}

function faultMetrics(gauge: MakeGauge): Metric[] {
  return [
    gauge(
      ['hub_gateway_way_faults', 'What went wrong on the way to each subgraph since the start.'],
      ['contract', 'service', 'fault'],
      ({ contract, ways }) =>
        ways.flatMap(({ service, faults }) =>
          Object.entries(faults).map(([fault, times]): Reading => [
            [contract, service, fault],
            times,
          ]),
        ),
    ),
    gauge(
      [
        'hub_gateway_schema_differs',
        'Whether a subgraph refuses what was planned: 1 since shortly.',
      ],
      ['contract', 'service'],
      ({ contract, ways }) =>
        ways.map(({ service, schemaDiffersSince }) => [
          [contract, service],
          schemaDiffersSince ? 1 : 0,
        ]),
    ),
  ];
}
