import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes what a built edition consists of: a page, the error pages, and a handler for pages made on demand. */
export function writeEdition(
  outDir: string,
  {
    page,
    handler = 'next()',
    notFound = 'This page does not exist.',
  }: { page: string; handler?: string; notFound?: string },
): void {
  const client = join(outDir, 'client');
  mkdirSync(client, { recursive: true });
  mkdirSync(join(outDir, 'server'), { recursive: true });
  writeFileSync(join(client, 'index.html'), page);
  mkdirSync(join(client, 'ng', 'frsc'), { recursive: true });
  writeFileSync(join(client, 'ng', 'frsc', 'index.html'), 'Roads.');
  writeFileSync(join(client, 'ng', 'frsc', 'feed.xml'), '<feed/>');
  writeFileSync(join(client, '404.html'), notFound);
  writeFileSync(join(client, '500.html'), 'Something went wrong here.');
  writeFileSync(
    join(outDir, 'server', 'entry.mjs'),
    `export const tellAddress = () => undefined;
export async function answer(request, response, next, locals) { ${handler} }\n`,
  );
  writeFileSync(join(outDir, 'edition.json'), JSON.stringify({ app: '.' }));
}
