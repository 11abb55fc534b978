import { createTries } from './tries.ts';

/** What came of a try: it was made, or has to wait and looked nothing up. */
export type Knocked<T> = { kind: 'tried'; value: T | undefined } | { kind: 'later'; until: Date };

/** Who lets visitors try what only a secret opens. */
export interface Doorkeeper {
  /**
   * Lets a visitor try a door (a reference, or the token of a signed link) unless they, or too many, have failed there
   * just now. `open` gives undefined where it stayed shut.
   */
  knock<T>(door: string, clientAddress: string | undefined, open: () => Promise<T | undefined>): Promise<Knocked<T>>;
}

/** Makes a doorkeeper. `doorOf` names one door alike, however it is written and whichever of its links is tried. */
export function createDoorkeeper({ clock, processes = 1, doorOf }: DoorkeeperOptions): Doorkeeper {
  const tries = createTries({ clock, processes });
  return {
    async knock(door, clientAddress, open) {
      const admitted = tries.admit(doorOf(door), clientAddress);
      if (!admitted.ok) return { kind: 'later', until: admitted.until };
      try {
        const value = await open();
        admitted.ended(value !== undefined);
        return { kind: 'tried', value };
      } catch (error) {
        // A store that fails tells nothing of the secret, so nobody waits for having tried it.
        admitted.ended(true);
        throw error;
      }
    },
  };
}

interface DoorkeeperOptions {
  clock: () => Date;
  /** How many share the tries. */
  processes?: number | undefined;
  doorOf: (given: string) => string;
}
