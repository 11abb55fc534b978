import type { Root as HastRoot, Element, ElementContent } from 'hast';
import type { Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Handler } from 'mdast-util-to-hast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype, { type Options } from 'remark-rehype';
import { unified } from 'unified';
import { proseComponents, type ProseComponent } from './prose-components.ts';
import type { ContentProblem } from './problem.ts';

/*
 * MDX is code: imports, exports and {expressions} run in the build of whoever compiles them. Here the
 * text is parsed and turned into HTML as a tree; nothing is ever compiled or executed. What is not in
 * the safe subset is refused with the line it stands on. See docs/decisions/0005-mdx-without-execution.md.
 */

/** Checks and renders the body of a charter or guide. `firstLine` is the line of the file on which the body starts. */
export function renderProse(file: string, body: string, firstLine = 1): { html: string; problems: ContentProblem[] } {
  let tree: Root;
  try {
    tree = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).parse(body);
  } catch (error) {
    return { html: '', problems: [syntaxProblem(file, error, firstLine)] };
  }
  const problems: ContentProblem[] = [];
  const report: Report = (problem, line) =>
    problems.push({ file, line: line + firstLine - 1, field: 'body', ...problem });
  inspect(tree, report);
  inspectPlaces(tree, file.startsWith('content/guides/'), report);
  if (problems.length > 0) return { html: '', problems };
  const html = unified()
    .use(remarkRehype, { handlers: jsxHandlers(firstLine) })
    .use(rehypeStringify);
  return { html: html.stringify(html.runSync(tree) as HastRoot), problems: [] };
}

type Report = (problem: { message: string; remedy: string }, line: number) => void;

function inspect(node: Root | RootContent, report: Report): void {
  const line = node.position?.start.line ?? 1;
  switch (node.type as string) {
    case 'mdxjsEsm':
      report(
        { message: 'The text contains an import or export.', remedy: 'Remove the line; a page cannot load code.' },
        line,
      );
      break;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      report(
        {
          message: 'The text contains an expression in { }.',
          remedy: 'Remove it, or write \\{ for a curly bracket that should be seen.',
        },
        line,
      );
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      inspectComponent(node as MdxJsxFlowElement, line, report);
      break;
    case 'link':
    case 'definition':
      if (!/^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test((node as { url: string }).url)) {
        report(
          {
            message: `The link "${(node as { url: string }).url}" is not allowed.`,
            remedy: 'Link to https://, http://, mailto:, tel:, or a page of this portal that starts with /.',
          },
          line,
        );
      }
      break;
    case 'image':
      if (!/^\/(?!\/)/.test((node as { url: string }).url)) {
        report(
          {
            message: 'The picture is on another site.',
            remedy: 'Upload the picture in the CMS and use its address, which starts with /media/.',
          },
          line,
        );
      }
      // Whoever cannot see the picture hears these words instead (WCAG 2.2, 1.1.1).
      if (!(node as { alt?: string | null }).alt?.trim()) {
        report(
          {
            message: 'The picture has no words for those who cannot see it.',
            remedy: 'Write in the brackets what it shows: ![what it shows](/media/map.png).',
          },
          line,
        );
      }
      break;
    case 'imageReference':
      report(
        {
          message: 'The address of the picture stands elsewhere in the text.',
          remedy: 'Write it at the picture itself: ![what it shows](/media/map.png).',
        },
        line,
      );
      break;
    case 'heading':
      if ((node as { depth: number }).depth === 1) {
        report(
          {
            message: 'A heading of the first level belongs to the page itself.',
            remedy: 'Start headings in the text with ## (two signs).',
          },
          line,
        );
      }
      break;
  }
  if ('children' in node) for (const child of node.children) inspect(child as RootContent, report);
}

/** Finds components of guides outside of them, or within one another. */
function inspectPlaces(node: Root | RootContent, allowed: boolean, report: Report): void {
  const name = node.type === 'mdxJsxFlowElement' ? (node.name ?? '') : '';
  const component = Object.hasOwn(proseComponents, name) ? proseComponents[name] : undefined;
  const placed = component?.ofGuides === true;
  if (placed && !allowed)
    report(
      { message: `<${name}> stands outside a guide, or within another.`, remedy: component.usage },
      node.position?.start.line ?? 1,
    );
  if ('children' in node)
    for (const child of node.children) inspectPlaces(child as RootContent, allowed && !placed, report);
}

function inspectComponent(node: MdxJsxFlowElement | MdxJsxTextElement, line: number, report: Report): void {
  const name = node.name ?? '';
  const component: ProseComponent | undefined = Object.hasOwn(proseComponents, name)
    ? proseComponents[name]
    : undefined;
  // Those that belong into guides alone would mislead elsewhere.
  const allowed = Object.keys(proseComponents)
    .filter((known) => !proseComponents[known]?.ofGuides)
    .join(', ');
  if (!component) {
    report(
      {
        message: `<${name}> is not allowed here.`,
        remedy: `Use plain Markdown, or one of these components: ${allowed}.`,
      },
      line,
    );
    return;
  }
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || (attribute.value !== null && typeof attribute.value === 'object')) {
      report(
        { message: `<${name}> has an attribute in { }.`, remedy: 'Write attributes as plain texts in double quotes.' },
        line,
      );
    } else if (
      !Object.hasOwn(component.attributes, attribute.name) ||
      !component.attributes[attribute.name]?.test(String(attribute.value ?? ''))
    ) {
      report(
        {
          message: `<${name}> does not take ${attribute.name}="${String(attribute.value ?? '')}".`,
          remedy: component.usage,
        },
        line,
      );
    }
  }
  const wrong = wrongUse(node, name, component);
  if (wrong) report({ message: wrong, remedy: component.usage }, line);
}

/** Says what is wrong with a component whose attributes are right, each for itself. */
function wrongUse(
  node: MdxJsxFlowElement | MdxJsxTextElement,
  name: string,
  { needs = [], block, empty }: ProseComponent,
): string | undefined {
  const given = node.attributes.map((attribute) => (attribute.type === 'mdxJsxAttribute' ? attribute.name : ''));
  const unmet = needs.find((names) => given.filter((other) => names.includes(other)).length !== 1);
  if (unmet) return `<${name}> needs ${unmet.join(' or ')}, once.`;
  if (block && node.type === 'mdxJsxTextElement') return `<${name}> stands within a sentence.`;
  return empty && node.children.length > 0 ? `<${name}> holds text, which would not be shown.` : undefined;
}

function jsxHandlers(firstLine: number): Options['handlers'] {
  const toElement: Handler = (state, node: MdxJsxFlowElement) => {
    const attributes = Object.fromEntries(
      node.attributes.flatMap((a) => (a.type === 'mdxJsxAttribute' ? [[a.name, String(a.value ?? '')]] : [])),
    );
    const children = state.all(node) as ElementContent[];
    const line = (node.position?.start.line ?? 1) + firstLine - 1;
    return proseComponents[node.name ?? '']?.render(attributes, children, line) as Element;
  };
  return { mdxJsxFlowElement: toElement, mdxJsxTextElement: toElement };
}

function syntaxProblem(file: string, error: unknown, firstLine: number): ContentProblem {
  const message = error as { reason?: string; line?: number };
  return {
    file,
    line: (message.line ?? 1) + firstLine - 1,
    field: 'body',
    message: `The text could not be read: ${message.reason ?? 'syntax error'}.`,
    remedy: 'Close every component that was opened; write \\{ and &lt; for a { or < that should be seen.',
  };
}
