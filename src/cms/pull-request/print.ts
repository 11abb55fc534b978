import { isAllowed, type PullFinding, type PullVerdict } from './finding.ts';

/** More would bury the first. */
const SHOWN_MAX = 50;

/** What a check came to, for a terminal. */
export function asText(verdict: PullVerdict): string {
  const findings = shown(verdict).map(
    (finding) =>
      `${finding.level === 'refused' ? 'REFUSED' : 'note   '}  ${placeOf(finding)}\n         ${plain(finding.says)}`,
  );
  return [headline(verdict), ...findings, ...rest(verdict)].join('\n');
}

/** The same as the body of a comment. Nothing that the author wrote becomes markup, a link or a call to somebody. */
export function asMarkdown(verdict: PullVerdict): string {
  const findings = shown(verdict).map(
    (finding) =>
      `- ${finding.level === 'refused' ? '**Refused**' : 'Note'}${finding.path ? `: \`${plain(placeOf(finding)).replaceAll('`', "'")}\`` : ''}\n  ${inert(finding.says)}`,
  );
  return [`### Charter check`, '', inert(headline(verdict)), '', ...findings, ...rest(verdict), ''].join('\n');
}

/**
 * The same as commands of GitHub Actions, which Gitea and Forgejo know too: a line each, shown beside the file. What the
 * author wrote cannot end a line and begin a command of its own.
 */
export function asAnnotations(verdict: PullVerdict): string {
  const lines = shown(verdict).map(({ level, path, line, says }) => {
    const properties = [
      ...(path ? [`file=${property(path)}`] : []),
      ...(line === undefined ? [] : [`line=${line}`]),
      'title=Charter check',
    ];
    return `::${level === 'refused' ? 'error' : 'notice'} ${properties.join(',')}::${data(says)}`;
  });
  return [data(headline(verdict)), ...lines, ...rest(verdict)].join('\n');
}

function headline(verdict: PullVerdict): string {
  const { author, files } = verdict;
  const what = `${files} ${files === 1 ? 'file' : 'files'} by ${plain(author)}`;
  return isAllowed(verdict)
    ? `Checked ${what}: nothing is refused.`
    : `Checked ${what}: this cannot be merged as it is.`;
}

const shown = ({ findings }: PullVerdict): PullFinding[] => findings.slice(0, SHOWN_MAX);

function rest({ findings }: PullVerdict): string[] {
  return findings.length > SHOWN_MAX ? [`And ${findings.length - SHOWN_MAX} more.`] : [];
}

function placeOf({ path, line }: PullFinding): string {
  if (!path) return 'the whole pull request';
  return line === undefined ? plain(path) : `${plain(path)}:${line}`;
}

/** On one line, with nothing that steers a terminal. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').slice(0, 1000);
}

/** Text that stays text in Markdown: signs are escaped, and a space that is not seen parts what hosts would make a link. */
function inert(text: string): string {
  return plain(text)
    .replace(/[\\`*_{}[\]()#+!|~<>&-]/g, '\\$&')
    .replaceAll('@', '@\u200B')
    .replaceAll('://', ':\u200B//');
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
