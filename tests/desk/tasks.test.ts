import { describe, expect, it } from 'vitest';
import { deskTasks, type WaitingDraft } from '../../src/views/desk/tasks.ts';
import { bodyTasks } from '../../src/views/desk/body-tasks.ts';
import { deskHome } from '../../src/views/desk/desk-home.ts';
import { dated, evidence, registerOf, today, type Setup } from '../quality/quality-fixture.ts';

const contact = (more: object = {}) => ({
  id: 'desk',
  roles: ['complaint'],
  title: 'Complaints desk',
  emails: ['desk@water.example'],
  lastCheckedOn: '2026-06-01',
  checkStatus: 'confirmed',
  evidence: dated,
  ...more,
});
const fee = (more: object = {}) => ({ kind: 'fixed', amount: 500, currency: 'XTS', evidence: dated, ...more });

function tasksOf(setup: Setup, drafts: WaitingDraft[] = []) {
  const register = registerOf(setup);
  const water = register.agencies.get('water');
  if (!water) throw new Error('The fixture has no Water Board.');
  return deskTasks(water, register, today, drafts);
}
const kinds = (setup: Setup): string[] =>
  tasksOf(setup).tasks.map((task) => (task.kind === 'rule' ? task.rule : task.kind));

describe('what a desk has to do', () => {
  it('begins with what leads citizens nowhere, then what they cannot do without, then what has aged, then niceties', () => {
    const found = kinds({
      charter: {
        contacts: [contact(), contact({ id: 'other', title: 'Old desk', checkStatus: 'failed' })],
        nextReviewDue: '2026-06-30',
      },
      services: [{ fees: [fee({ evidence: { ...evidence, asOf: '2019' } })] }],
    });
    const order = [
      'contact-silent',
      'time-stated',
      'requirements',
      'review-due',
      'unconfirmed',
      'output',
      'steps',
      'identity',
    ];
    expect(found.filter((kind) => order.includes(kind))).toEqual(order);
  });

  it('has a way to complain before everything else where there is none', () => {
    expect(kinds({})[0]).toBe('complaint-official');
  });

  it('asks of each figure that is older than a year, the oldest first, undated ones before, whether it holds', () => {
    const task = tasksOf({
      services: [
        {
          fees: [
            fee(),
            fee({ label: 'Old', evidence: { ...evidence, asOf: '2025-05' } }),
            fee({ label: 'Undated', evidence }),
          ],
          processingTimes: [{ kind: 'fixed', max: 3, unit: 'days', evidence: { ...evidence, asOf: '2019' } }],
          requirements: [{ what: 'Old card' }],
          evidence: { ...evidence, asOf: '2019', confirmedOn: '2026-06-01' },
        },
      ],
    }).tasks.find(({ kind }) => kind === 'unconfirmed');
    expect(task).toMatchObject({ figures: [{ at: 'fees.2' }, { at: 'processingTimes.0' }, { at: 'fees.1' }] });
  });

  it('asks nothing of what is not stated, and has what was replaced mended and not confirmed', () => {
    const superseded = { by: 'the list of May 2025', evidence: dated };
    const found = kinds({ services: [{ fees: [fee({ evidence: { ...evidence, asOf: '2019' }, superseded })] }] });
    expect(found).toContain('superseded');
    expect(found).not.toContain('unconfirmed');
  });

  it.each([
    ['2026-07-15', 30],
    ['2026-06-15', 0],
    ['2026-06-01', -14],
  ])('tells of a review that is due on %s', (due, days) => {
    expect(tasksOf({ charter: { nextReviewDue: due } }).tasks).toContainEqual(
      expect.objectContaining({ kind: 'review-due', due, days }),
    );
    expect(kinds({ charter: { nextReviewDue: due } })).not.toContain('review');
  });

  it('tells of a review that is far off not at all, and of one without a date among the niceties', () => {
    expect(kinds({ charter: { nextReviewDue: '2026-07-16' } })).not.toContain('review-due');
    expect(kinds({})).toContain('review');
  });

  it('names the provisions of which nothing is said, and has them before what makes others better', () => {
    const { missing, tasks } = tasksOf({
      charter: { contacts: [contact()], noExtraPayment: { text: 'Pay nothing more.', evidence: dated } },
    });
    expect(missing).toEqual(['service', 'entitlements', 'times', 'display', 'surveys']);
    const orderOf = (rule: string) => tasks.findIndex((task) => task.kind === 'rule' && task.rule === rule);
    expect(orderOf('survey-published')).toBeLessThan(orderOf('next-rung'));
  });

  it('has the drafts that wait', () => {
    const draft = { collection: 'services-water', slug: 'service-1', status: 'pending_review' } as const;
    expect(tasksOf({}, [draft]).tasks).toContainEqual(expect.objectContaining({ kind: 'draft', draft }));
  });
});

describe('the tasks as an officer reads them', () => {
  const register = registerOf({
    charter: { contacts: [contact({ checkStatus: 'unchecked', lastCheckedOn: undefined })] },
    services: [{ name: 'Card', fees: [fee({ evidence: { ...evidence, asOf: '2019-07' } })] }, { name: 'Pipe' }],
  });
  const water = register.agencies.get('water');
  if (!water) throw new Error('The fixture has no Water Board.');
  const options = { language: 'en' as const, today };
  const body = bodyTasks(register, water, [], options);
  const all = [...body.first, ...body.more];

  it('are ten, with the rest behind them', () => {
    expect(body.first).toHaveLength(10);
    expect(body.more.length).toBeGreaterThan(0);
  });

  it('lead each to where it is mended', () => {
    const href = (says: string) => all.find((task) => task.says.startsWith(says))?.action.href;
    expect(href('The cost is not stated')).toBe('/desk/bodies/water/change/?service=service-2&at=fees.0');
    expect(href('It is not told what to bring')).toBe(
      '/admin/?agency=water#/collections/services-water/entries/service-1',
    );
    expect(href('No general standard says how fast')).toBe('/desk/bodies/water/change/?at=standards.new');
    expect(href('No survey')).toBe('/admin/?agency=water#/collections/charter-water/entries/water');
    expect(all.find(({ says }) => says.startsWith('It is not told what to bring'))?.places).toEqual([
      { name: { text: 'Pipe' }, href: '/admin/?agency=water#/collections/services-water/entries/service-2' },
    ]);
  });

  it('have figures and contacts to be dated by one tap', () => {
    expect(all.flatMap(({ figures }) => figures)).toMatchObject([
      {
        service: { text: 'Card' },
        what: 'Cost',
        value: { text: 'XTS\u00a0500' },
        when: 'As of July 2019',
        serviceId: 'service-1',
      },
    ]);
    expect(all.flatMap(({ contacts }) => contacts)).toMatchObject([
      { what: 'Complaints desk', value: { text: 'desk@water.example' }, when: 'Never tried.' },
    ]);
  });

  it('are in Kiswahili for who reads that', () => {
    const { first } = bodyTasks(register, water, [], { ...options, language: 'sw' });
    expect(first.map(({ says }) => says)).toContain(
      'Takwimu 1 ina zaidi ya mwaka au haina tarehe. Je, bado ni sahihi?',
    );
  });
});

describe('the desk of who looks after many bodies', () => {
  const register = registerOf({});
  const [water, ombudsman] = [register.agencies.get('water'), register.agencies.get('ombudsman')];
  if (!water || !ombudsman) throw new Error('The fixture has no bodies.');
  const many = new Map(register.agencies);
  for (const n of [1, 2, 3]) many.set(`board-${n}`, { ...ombudsman, id: `board-${n}` });
  const large = { ...register, agencies: many };
  const officer = {
    name: 'R',
    email: 'r@x.example',
    role: 'administrator' as const,
    agencies: [...many.keys()],
    jurisdictions: [],
    mayPublish: true,
    sample: false,
  };
  const options = {
    language: 'en' as const,
    today,
    drafts: [{ collection: 'services-water', slug: 'service-1', status: 'draft' as const }],
  };

  it('sums up what waits at each body', () => {
    const { bodies, summaries } = deskHome(large, officer, options);
    expect(bodies).toEqual([]);
    expect(summaries.map(({ agency }) => agency.id)).toHaveLength(5);
    expect(summaries.find(({ agency }) => agency.id === 'water')).toMatchObject({ wrong: 1, drafts: 1 });
  });

  it('has all that waits at the one asked for, and only at their own', () => {
    expect(deskHome(large, officer, { ...options, body: 'water' }).bodies.map(({ id }) => id)).toEqual(['water']);
    const own = { ...officer, agencies: ['ombudsman'] };
    expect(deskHome(large, own, { ...options, body: 'water' }).bodies.map(({ id }) => id)).toEqual(['ombudsman']);
  });
});
