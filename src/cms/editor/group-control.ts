import { Component, createElement, createRef, type ReactNode } from 'react';
import type { ControlProps, DecapMap } from './decap.ts';
import { inItsLanguage, spoken } from './spoken.ts';

interface State {
  open: boolean;
  /** How many of its fields hold something, where it is closed. */
  filled: number;
}

/** Which groups stand open, by the label; kept over the form being made anew, as it is after each save. */
const opened = new Map<string, boolean>();

const CONTAINER = '[class*="ControlContainer"]';

/**
 * The heading of a group of fields, which folds those that stand after it up to the next heading. It holds nothing itself.
 * Decap knows groups only as values within values, and a form must not decide how an entry is written.
 */
export class GroupControl extends Component<ControlProps<never>, State> {
  private readonly heading = createRef<HTMLHeadingElement>();

  constructor(props: ControlProps<never>) {
    super(props);
    this.state = { open: opened.get(this.label()) ?? props.field.get('closed') !== true, filled: 0 };
  }

  override componentDidMount(): void {
    const container = this.heading.current?.closest<HTMLElement>(CONTAINER);
    if (container) inItsLanguage(container).classList.add('desk-group-heading');
    this.fold();
    this.setState({ filled: this.countFilled() });
  }

  override componentDidUpdate(_: ControlProps<never>, before: State): void {
    if (before.open !== this.state.open) this.fold();
  }

  /** Decap asks each control whether it is valid before it saves; what is refused must not stay folded away. */
  isValid = (): boolean => {
    setTimeout(() => {
      if (this.members().some((member) => member.querySelector('[class*="ControlErrorsList"] li'))) this.toggle(true);
    });
    return true;
  };

  override render(): ReactNode {
    const { forID } = this.props;
    const { open, filled } = this.state;
    const count =
      !open && filled > 0
        ? createElement('span', { className: 'desk-group-count' }, spoken('{n} filled in', { n: filled }))
        : null;
    const button = createElement(
      'button',
      { type: 'button', id: forID, 'aria-expanded': open, onClick: () => this.toggle(!open) },
      createElement('span', {}, this.label()),
      count,
    );
    return createElement('h2', { ref: this.heading, className: 'desk-group' }, button);
  }

  private label(): string {
    return String(this.props.field.get('label'));
  }

  private toggle(open: boolean): void {
    opened.set(this.label(), open);
    this.setState({ open, filled: this.countFilled() });
  }

  private fold(): void {
    for (const member of this.members()) member.hidden = !this.state.open;
  }

  /** The fields of the group, as they stand in the form. */
  private members(): HTMLElement[] {
    const found: HTMLElement[] = [];
    let next = this.heading.current?.closest(CONTAINER)?.nextElementSibling;
    while (next instanceof HTMLElement && !next.querySelector(':scope > .desk-group')) {
      found.push(next);
      next = next.nextElementSibling;
    }
    return found;
  }

  private countFilled(): number {
    const names = this.props.field.get('members') as Iterable<string> | undefined;
    const data = this.props.getEntry().get('data') as DecapMap | undefined;
    return [...(names ?? [])].filter((name) => holdsSomething(data?.get(name))).length;
  }
}

function holdsSomething(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return false;
  if (typeof value !== 'object' || !('size' in value)) return true;
  const values = [...(value as unknown as { values(): Iterable<unknown> }).values()];
  return values.some(holdsSomething);
}
