import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createStatistics } from '../cases/statistics/statistics.ts';
import { openExistingDatabase } from '../database/open-database.ts';
import { readEnvironment } from '../lib/environment.ts';
import { loadRegister } from '../register/load.ts';
import { CommandError, runCommand } from '../server/command.ts';
import { readPlaces } from '../server/settings.ts';
import { annualReportCsv } from '../views/duties/annual-report-csv.ts';
import { annualReportView } from '../views/duties/annual-report-view.ts';
import { askedYear } from '../web/asked-year.ts';

const usage = `npm run annual-report -- BODY [--year 2026]
Writes the report of a body on its requests for information as CSV, with every count: for the body itself, as its Act asks for.
The page /statistics/annual-report/ leaves out counts from 1 to 4.`;

await runCommand(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { year: { type: 'string' } } });
  const [id = ''] = positionals;
  const year = askedYear(new URLSearchParams({ year: values.year ?? '' }));
  if (!id || (values.year !== undefined && year === undefined)) throw new CommandError('usage', usage);
  const repoDir = resolve(import.meta.dirname, '..', '..');
  const { contentDir, database } = readPlaces(readEnvironment(process.env, repoDir), repoDir);
  const register = await loadRegister(contentDir);
  const agency = register.agencies.get(id);
  if (!agency)
    throw new CommandError(
      'usage',
      `No body is called "${id}" here. Its name is that of its file in content/charters.`,
    );
  const db = await openExistingDatabase(database);
  try {
    const clock = (): Date => new Date();
    const statistics = createStatistics({ db, register: () => Promise.resolve(register), clock });
    const report = await statistics.requestYear(id, year);
    const view = report && annualReportView(register, agency, report, { language: 'en', now: clock(), exact: true });
    if (!view)
      throw new CommandError('usage', `No information law of the country of ${agency.data.name} is described here.`);
    process.stdout.write(annualReportCsv(view));
  } finally {
    await db.destroy();
  }
});
