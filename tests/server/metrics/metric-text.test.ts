import { expect, it } from 'vitest';
import { metricText } from '../../../src/server/metrics/metric-text.ts';
import { classOf, createRequestMetrics } from '../../../src/server/metrics/request-metrics.ts';

it('metrics are written as the text format 0.0.4 says', () => {
  expect(
    metricText([
      {
        name: 'mails_total',
        help: 'Mails,\nby C:\\path.',
        type: 'counter',
        samples: [
          { labels: { outcome: 'sent', note: 'a "quoted"\nC:\\path' }, value: 3 },
          { labels: {}, value: Infinity },
          { value: NaN },
        ],
      },
      { name: 'nothing', help: 'Not known.', type: 'gauge', samples: [] },
    ]),
  ).toBe(
    [
      '# HELP mails_total Mails,\\nby C:\\\\path.',
      '# TYPE mails_total counter',
      'mails_total{outcome="sent",note="a \\"quoted\\"\\nC:\\\\path"} 3',
      'mails_total +Inf',
      'mails_total NaN',
      '# HELP nothing Not known.',
      '# TYPE nothing gauge',
      '',
    ].join('\n'),
  );
});

it('times are told in steps, each of which holds all that are shorter', () => {
  const requests = createRequestMetrics();
  for (const seconds of [0.0004, 0.001, 0.03, 99]) requests.observe('file', 200, seconds);
  requests.observe('cases', 404, 0.2);
  const text = metricText(requests.metrics());
  expect(text).toContain('opencharter_http_requests_total{class="file",status="200"} 4\n');
  expect(text).toContain('opencharter_http_requests_total{class="cases",status="404"} 1\n');
  const buckets = [...text.matchAll(/_bucket\{class="file",le="([^"]+)"\} (\d+)/g)].map(([, end, count]) => [
    end,
    count,
  ]);
  expect(buckets[0]).toEqual(['0.001', '2']);
  expect(buckets.at(-1)).toEqual(['+Inf', '4']);
  expect(buckets.map(([, count]) => Number(count))).toEqual(buckets.map(([, count]) => Number(count)).sort());
  expect(text).toMatch(/duration_seconds_count\{class="file"\} 4\n/);
});

it.each([
  ['/search/', 'search'],
  ['/sw/cases/view/', 'cases'],
  ['/api/cms/config', 'cms'],
  ['/statistics/all.csv', 'statistics'],
  ['/nobody/', 'other'],
])('%s counts as %s, whatever stands behind it', (pathname, asked) => {
  expect(classOf(pathname)).toBe(asked);
});
