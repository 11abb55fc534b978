import { describe, expect, it } from 'vitest';
import { renderAnswer } from '../../src/views/search/render-answer.ts';
import { shippedSearch } from './shipped-search.ts';

const search = await shippedSearch();
const ask = (q: string, country?: string) => search.query(q, { language: 'en', country });
const ORDER = ['none', 'unsure', 'sure'];

describe('how sure an answer is', () => {
  it.each([
    'cheap hotel in abuja',
    'arsenal next game',
    'whatsapp is not opening',
    'wedding hall',
    'tv repair',
    'instagram password',
    'fuliza debt',
    'dead body unclaimed mortuary',
  ])('“%s” is answered by nobody: the page says so and names who always takes complaints', async (q) => {
    for (const country of [undefined, 'ng', 'ke']) {
      const answer = await ask(q, country);
      expect(answer.confidence).not.toBe('sure');
      if (country) expect(answer.confidence).toBe('none');
    }
    expect(renderAnswer(await ask(q, 'ng'))).toContain('We do not know which agency handles this');
  });

  it.each([
    ['water bill Owerri', undefined],
    ['Siaya land rates', undefined],
    ['Mandera water', undefined],
    ['busia county business permit', 'ke'],
    ['maji Turkana', 'ke'],
  ])('“%s” names no office: nobody published that one', async (q, country) => {
    const answer = await ask(q, country);
    expect(answer).toMatchObject({ confidence: 'none', results: [] });
    expect(renderAnswer(answer)).toMatch(
      /Not published here for \S+ yet; the (?:county|State) government answers for it\./,
    );
  });

  it.each([
    ['water bill Lagos', undefined, 'lagos-water'],
    ['Kisumu water', undefined, 'kisumu-water'],
    ['nakuru water bill', 'ke', 'nakuru-water'],
    ['mombasa county business permit', 'ke', 'mombasa-county'],
    ['LASERC', undefined, 'laserc'],
  ])('“%s” is sure: the office of that place is published', async (q, country, id) => {
    const { results, confidence } = await ask(q, country);
    expect([results[0]?.card.id, confidence]).toEqual([id, 'sure']);
  });

  it('a local body is sure for its own place, or by its own name, and not without either', async () => {
    expect((await ask('homa bay water bill', 'ke')).confidence).toBe('sure');
    expect((await ask('business permit nairobi')).results[0]?.card.id).toBe('nairobi-county');
    expect((await ask('kimwasco water bill', 'ke')).confidence).toBe('sure');
    expect((await ask('county business permit', 'ke')).confidence).not.toBe('sure');
  });

  it('a place and a word that only means the same make no office sure, however well it serves the place', async () => {
    expect((await ask('lost number plate lagos')).results[0]?.card.id).toBe('lagos-vehicle');
    expect((await ask('someone stole my phone in lagos')).confidence).not.toBe('sure');
  });

  it('who was robbed is led to the police, and to nobody who issues lost papers anew', async () => {
    const { results, emergency } = await ask('robbery in lekki');
    expect(emergency).toBeDefined();
    expect(results.map(({ card }) => card.id)).not.toContain('waec');
    expect((await ask('I was robbed last night', 'ke')).results[0]?.card.id).toBe('national-police-service');
  });

  it.each([
    ['kisumu no water in my tap', 'kisumu-water'],
    ['no water in Nakuru tap dry three weeks', 'nakuru-water'],
    ['tap water Eldoret', 'eldoret-water'],
    ['dry taps Kisumu', 'kisumu-water'],
    ['water not flowing in Kisumu estate Milimani', 'kisumu-water'],
  ])('“%s” never says that nobody is published, for somebody is', async (q, id) => {
    const answer = await ask(q);
    expect(answer.results[0]?.card.id).toBe(id);
    expect(renderAnswer(answer)).not.toContain('Not published here');
  });

  it.each([
    ['lost id kisumu', 'national-registration-bureau'],
    ['nimepoteza kitambulisho Kisumu', 'national-registration-bureau'],
    ['id card nakuru', 'national-registration-bureau'],
    ['no light Kisumu', 'kenya-power'],
    ['stima imepotea Kisumu tangu jana', 'kenya-power'],
  ])('“%s”: the name of a place does not beat the matter', async (q, id) => {
    expect((await ask(q)).results[0]?.card.id).toBe(id);
  });

  it.each([
    ['chief demanded money for ID letter Homa Bay', /^\/ke\/(?:ngao-chiefs\/)?report\/$/],
    ['land registrar Kisumu asked for a bribe', /^\/ke\/(?:lands\/)?report\/$/],
    ['bribe Kisumu', /^\/ke\/report\/$/],
    ['hongo Homa Bay', /^\/ke\/report\/$/],
    ['I want to report corruption anonymously', /^\/ke\/report\/$/],
    ['KIWASCO asked me for a bribe', /kisumu-water/],
  ])('“%s”: the report is about an office that the matter names, never about one of the place', async (q, path) => {
    const { reports } = await ask(q);
    expect(reports[0]?.path).toMatch(path);
  });

  it.each(['police station Ikeja', 'police station kisumu central', 'kituo cha polisi Nakuru'])(
    '“%s” is sure of nobody: each place has its own',
    async (q) => {
      const answer = await ask(q);
      expect(answer.confidence).not.toBe('sure');
      expect(renderAnswer(answer)).not.toContain('This is where to go');
    },
  );

  it.each(['umeme umekatika', 'stima imekatika', 'umeme umepotea tangu jana'])(
    '“%s” is of power, whatever else is cut off',
    async (q) => {
      expect((await ask(q, 'ke')).results[0]?.card.id).toBe('kenya-power');
    },
  );

  it.each([
    ['LASTMA officer collected money from me', '/ng/lagos-vehicle/report/'],
    ['policeman at checkpoint collect 5k', '/ng/police/report/'],
    // Police and the road safety corps may both be meant: one chooses the office.
    ['police dey collect money for road', '/ng/report/'],
    ['traffic policeman asked for a bribe', '/ng/report/'],
    ['I want to report corruption anonymously', '/ng/report/'],
  ])('“%s” tells of conduct, and is reported at %s', async (q, path) => {
    const { reports, results } = await ask(q, 'ng');
    expect(['icpc', 'efcc']).toContain(results[0]?.card.id);
    expect(reports.map((report) => report.path)).toEqual([path]);
  });

  it('a place tells the country and does not choose the service', async () => {
    const { results, confidence } = await ask('passport lagos');
    expect(confidence).toBe('sure');
    expect([results[0]?.card.id, results[0]?.service?.id]).toEqual(['nis', 'standard-passport']);
  });

  it.each([
    ['passport fee', 'passort fee'],
    ['driving licence', 'drivng licence'],
    ['birth certificate', 'birth certifcate'],
    ['good conduct', 'good condct'],
    ['voter registration', 'voter registraton'],
    ['kitambulisho', 'kitambulsho'],
  ])('a slip is never surer than “%s”', async (right, wrong) => {
    for (const country of [undefined, 'ng', 'ke']) {
      const [meant, typed] = [await ask(right, country), await ask(wrong, country)];
      expect(ORDER.indexOf(typed.confidence), `${wrong} in ${country ?? 'any'}`).toBeLessThanOrEqual(
        ORDER.indexOf(meant.confidence),
      );
    }
  });

  it.each([
    'pass\u00ADport fee',
    'pass\u200Bport fee',
    'pass\u2060port fee',
    '\u200Epassport\u200E fee',
    'passport\uFEFF fee',
  ])('hidden characters change nothing: %j', async (q) => {
    const [clean, hidden] = [await ask('passport fee', 'ng'), await ask(q, 'ng')];
    expect(hidden.results.map(({ card }) => card.id)).toEqual(clean.results.map(({ card }) => card.id));
    expect(hidden.query).toBe('passport fee');
  });
});
