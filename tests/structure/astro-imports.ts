import { posix } from 'node:path';

/*
 * dependency-cruiser does not read .astro files. These are its arrows (.dependency-cruiser.mjs) for components and
 * pages, as a table; each row's remedy is what the failing test says.
 */
interface Arrow {
  from: RegExp;
  to: RegExp;
  remedy: string;
}

const arrows: Arrow[] = [
  {
    from: /^src\/components\//,
    to: /^src\/(?:web|server|netlify|entry|pages)\//,
    remedy: 'Components take props; let the page pass what is needed.',
  },
  {
    from: /^src\//,
    to: /^src\/register\/(?:load|read-entry|source-file)/,
    remedy: 'Content is read once, for everybody: take it from Astro.locals.edition.',
  },
  {
    from: /^src\/pages\//,
    to: /^src\/entry\//,
    remedy: 'Entry scripts start programs; move what the page needs to where it belongs.',
  },
  { from: /^src\/pages\//, to: /^src\/pages\//, remedy: 'A page stands alone: put what both show into a component.' },
  {
    from: /^src\//,
    to: /^astro:content$/,
    remedy: 'Astro holds no content here: pages take the register from Astro.locals.edition, components take props.',
  },
  { from: /^src\//, to: /^src\/.*\/(?:utils|helpers|misc|common)\//, remedy: 'Name the file for its one concern.' },
  { from: /^src\//, to: /^(?:tests|content|admin)\//, remedy: 'Published code stands on src alone.' },
];

/** Arrows for what runs when a page is made, and not for the scripts that the page brings along. */
const frontMatterArrows: Arrow[] = [
  {
    from: /^src\//,
    to: /^src\/components\/.*\.ts$/,
    remedy: 'A script beside a component runs in the browser: put what makes a view into src/views or src/site/views.',
  },
];

const importLike =
  /\b(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]|@import\s+['"]([^'"]+)['"]/g;

/**
 * What a file imports in its front matter, its scripts and its styles; paths from the top of the repository,
 * packages as written.
 */
export function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(importLike)].flatMap((match) => {
    const written = (match[1] ?? match[2] ?? match[3] ?? '').replace(/\?.*$/, '');
    return written.startsWith('.') ? [posix.join(posix.dirname(file), written)] : [written];
  });
}

/** A sentence for each import that goes against an arrow: the file, the import, and what to do instead. */
export function wrongImports(file: string, text: string): string[] {
  return [
    ...against(arrows, file, importsOf(file, text)),
    ...against(frontMatterArrows, file, importsOf(file, frontMatterOf(text))),
  ];
}

function against(table: Arrow[], file: string, targets: string[]): string[] {
  return targets.flatMap((target) =>
    table
      .filter(({ from, to }) => from.test(file) && to.test(target))
      .map(({ remedy }) => `${file} imports ${target}. ${remedy}`),
  );
}

function frontMatterOf(text: string): string {
  return /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
}
