/** One mail under way to an address. */
export interface Line {
  /** It takes longer than a mail should: its lane is for others now. */
  tookLong(): void;
  /** The mail is over. `answered`: the server said something, whatever it was. */
  end(answered: boolean): void;
}

export interface SlowRecipients {
  /** Lets a mail to an address begin, or gives undefined where it has to wait because mails there are slow. */
  begin(address: string): Line | undefined;
}

/** Mails to one mail domain that may be slow at a time. */
const OF_ONE_DOMAIN_MAX = 3;
/** Mails that may be slow at a time before those whose address was slow the last time wait. */
const SLOW_MAX = 8;
/** Addresses remembered as slow. */
const REMEMBERED = 1000;

/**
 * Knows to whom mail is slow, so that they hold up nobody but themselves: an address that was slow gets one mail at a
 * time, its domain three, and those that were slow before share eight. Whoever was never slow is held up by none of
 * this.
 */
export function createSlowRecipients(): SlowRecipients {
  const underWay = new Map<string, number>();
  const slowOfDomain = new Map<string, number>();
  const wereSlow = new Set<string>();
  let slow = 0;
  const add = (counts: Map<string, number>, key: string, change: number): void => {
    const count = (counts.get(key) ?? 0) + change;
    if (count > 0) counts.set(key, count);
    else counts.delete(key);
  };
  return {
    begin(address) {
      const key = address.toLowerCase();
      const domain = key.slice(key.lastIndexOf('@') + 1);
      if ((slowOfDomain.get(domain) ?? 0) >= OF_ONE_DOMAIN_MAX) return undefined;
      if (wereSlow.has(key) && (underWay.has(key) || slow >= SLOW_MAX)) return undefined;
      add(underWay, key, 1);
      let isSlow = false;
      const count = (change: 1 | -1): void => {
        slow += change;
        add(slowOfDomain, domain, change);
      };
      return {
        tookLong() {
          isSlow = true;
          count(1);
          wereSlow.add(key);
          const [oldest] = wereSlow;
          if (wereSlow.size > REMEMBERED && oldest !== undefined) wereSlow.delete(oldest);
        },
        end(answered) {
          add(underWay, key, -1);
          if (isSlow) count(-1);
          else if (answered) wereSlow.delete(key);
        },
      };
    },
  };
}
