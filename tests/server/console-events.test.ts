import { expect, test } from 'vitest';
import { consoleToEvents } from '../../src/server/console-events.ts';

test('what others write on the console becomes one event each, without what stands in an address behind the question mark', () => {
  const events: object[] = [];
  const end = consoleToEvents((event) => events.push(event));
  console.warn('\u001b[33m[WARN]\u001b[39m [router] no page for %s', '/cases/view/?secret=ABCD');
  console.error(new Error('cannot be drawn'));
  end();
  expect(events).toEqual([
    { event: 'console', level: 'warn', text: '[WARN] [router] no page for /cases/view/?…' },
    { event: 'console', level: 'error', text: expect.stringMatching(/^Error: cannot be drawn\n {4}at /) as string },
  ]);
  expect(JSON.stringify(events[1])).not.toContain('\n');
});
