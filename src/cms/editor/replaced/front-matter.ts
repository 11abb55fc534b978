/*
 * In place of gray-matter, which brings two parsers of its own for languages that the portal does not write in. Decap hands
 * over the engine of each format; ours are files that begin with YAML between two lines of three hyphens.
 */
interface Engine {
  parse(text: string): object;
  stringify(data: object, options: object): string;
}
interface Options {
  engines: Record<string, Engine>;
  language?: string;
}

const FENCED = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/;

/** Splits a file into its data and its text. What has no data is text alone. */
export default function matter(
  file: string,
  { engines, language = 'yaml' }: Options,
): { data: object; content: string } {
  const [fenced, data] = FENCED.exec(file) ?? [];
  if (fenced === undefined) return { data: {}, content: file };
  return { data: data?.trim() ? engineOf(engines, language).parse(data) : {}, content: file.slice(fenced.length) };
}

/** Puts data and text together again. */
matter.stringify = (text: string, data: object, { engines, language = 'yaml', ...options }: Options): string => {
  const written = engineOf(engines, language).stringify(data, options).trim();
  return `---\n${written === '{}' || written === '' ? '' : `${written}\n`}---\n${text.endsWith('\n') ? text : `${text}\n`}`;
};

function engineOf(engines: Options['engines'], language: string): Engine {
  const engine = engines[language];
  if (!engine) throw new Error(`No entry of this portal is written in ${language}.`);
  return engine;
}
