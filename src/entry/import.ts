import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { contentFolder } from '../lib/content-place.ts';
import { ImportError } from '../import/import-error.ts';
import { formatReport } from '../import/report.ts';
import { runImport } from '../import/run-import.ts';
import { verification } from '../schemas/provenance.ts';

// npm run import -- FILE --agency ID: turns a charter document into draft content. See src/docs/import.md.
const usage = `npm run import -- FILE --agency ID [options]
  FILE                 DOCX, PDF, HTML, Markdown or text; or CSV or XLSX with a table of services
  --agency ID          id of the agency, for example civil-registration
  --name, --type, --jurisdiction, --language   what the document does not say
  --source-title, --source-url, --source-kind, --as-of   how figures cite the document
  --source-id ID       source of an existing charter, for a table of services alone
  --out FOLDER         write there instead of content/
  --force PATH         replace this file or folder, for example services/inec (may be repeated)
  --dry-run            write nothing`;
const text = { type: 'string' } as const;

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      agency: text,
      name: text,
      type: text,
      jurisdiction: text,
      language: text,
      'source-title': text,
      'source-url': text,
      'source-kind': text,
      'source-id': text,
      'as-of': text,
      out: text,
      content: text,
      force: { type: 'string', multiple: true },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [file, ...others] = positionals;
  if (values.help) console.log(usage);
  else if (!file || !values.agency || others.length > 0)
    throw new ImportError(
      file
        ? others.length > 0
          ? 'Only one document can be imported at a time.'
          : 'The agency is not named.'
        : 'No document is named.',
      usage,
    );
  else {
    const kind = verification.safeParse(values['source-kind'] ?? 'official-document');
    if (!kind.success)
      throw new ImportError(
        `--source-kind "${values['source-kind']}" is not known.`,
        `Use one of: ${verification.options.join(', ')}.`,
      );
    const { agency, name, type, jurisdiction, language, out, force } = values;
    const report = await runImport({
      file,
      options: {
        agencyId: agency,
        name,
        type,
        jurisdiction,
        language,
        sourceKind: kind.data,
        sourceTitle: values['source-title'],
        sourceUrl: values['source-url'],
        sourceId: values['source-id'],
        asOf: values['as-of'],
      },
      contentDir: contentFolder(values.content),
      outDir: out === undefined ? undefined : resolve(out),
      force,
      dryRun: values['dry-run'],
      today: new Date().toISOString().slice(0, 10),
    });
    console.log(formatReport(report));
    if (report.refusal) process.exitCode = 1;
  }
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof ImportError) console.error(message);
  else if (code?.startsWith('ERR_PARSE_ARGS')) console.error(`${message}\n\n${usage}`);
  else
    console.error(
      `The import failed and wrote nothing: ${message}\n  Fix: this is a fault of the importer; report it with the document, if it is public.`,
    );
  process.exitCode = 1;
}
