/**
 * A content file in two parts: the YAML of its fields and the body that follows the front matter (none in data files).
 */
export interface EntryParts {
  yaml: string;
  body: string;
}

const FRONT_MATTER = /^(---[ \t]*\r?\n)([\s\S]*?\r?\n)?(---[ \t]*(?:\r?\n|$))/;

/** Takes a content file apart. A text without front matter is all body. */
export function splitEntry(text: string, extension: 'mdx' | 'yaml'): EntryParts {
  if (extension === 'yaml') return { yaml: text, body: '' };
  const match = FRONT_MATTER.exec(text);
  return match ? { yaml: match[2] ?? '', body: text.slice(match[0].length) } : { yaml: '', body: text };
}

/** Puts a content file together again. */
export function joinEntry({ yaml, body }: EntryParts, extension: 'mdx' | 'yaml'): string {
  const closed = yaml === '' || yaml.endsWith('\n') ? yaml : `${yaml}\n`;
  return extension === 'yaml' ? closed : `---\n${closed}---\n${body}`;
}
