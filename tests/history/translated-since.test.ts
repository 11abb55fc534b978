import { expect, it } from 'vitest';
import type { History } from '../../src/history/change.ts';
import { fingerprint } from '../../src/lib/fingerprint.ts';
import { timeline } from '../../src/views/history/timeline.ts';
import { charter, jurisdiction, service, tinyRegister } from '../register/tiny-register.ts';

const text = (words: string): { text: string; translations: Record<string, string> } => ({
  text: words,
  translations: {},
});

it('what was said before it was translated is read in the words of its translation, where they are the same', () => {
  const translations = [
    { language: 'sw', field: 'name', text: 'Maunganisho mapya', of: fingerprint('New connection') },
    { language: 'sw', field: 'requirements.0.what', text: 'Barua ya zamani', of: fingerprint('An old letter') },
  ];
  const register = tinyRegister(
    jurisdiction('xx'),
    charter('water'),
    service('water', 'connection', {
      name: 'New connection',
      requirements: [{ what: 'A letter' }],
      translations,
    }),
  );
  const history: History = {
    state: 'available',
    entries: [
      {
        commit: 'abc',
        at: '2026-01-01T00:00:00Z',
        agency: 'water',
        agencyThen: { id: 'water' },
        charter: [],
        services: [
          {
            service: { id: 'connection', name: text('New connection') },
            changes: [{ kind: 'requirement-added', what: text('A letter') }],
          },
        ],
      },
    ],
  };
  const [group] = timeline(history, register, 'sw')[0]?.groups ?? [];
  expect(group?.service?.name).toEqual({ text: 'Maunganisho mapya' });
  expect(group?.sentences.flat()).toContainEqual({ text: 'A letter', lang: 'en' });
});
